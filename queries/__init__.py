"""What can be asked: one `.rq` file a question, and the catalogue that lists, binds and guards them."""

from dragoman.queries.binding import bind, inline
from dragoman.queries.catalogue import catalogue, question
from dragoman.queries.guard import check
from dragoman.queries.question import Parameter, Question
from dragoman.queries.syntax import explain

__all__ = ["Parameter", "Question", "bind", "catalogue", "check", "explain", "inline", "question"]
