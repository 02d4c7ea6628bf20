"""Says who asks: by a token, or by user and password in the way that the server asks for.

They come from the environment or from a netrc file, never from the command line, which others on the machine see. A
password is sent to a server only when that server has asked for one, and by Digest, which does not send it at all,
where it takes that.
"""

from __future__ import annotations

import netrc
import os
from collections.abc import Generator, Mapping
from pathlib import Path

import httpx

from dragoman.ontology.errors import StoreError


def credentials(host: str, environment: Mapping[str, str] = os.environ) -> httpx.Auth:
    """Return what tells a server who asks: nothing where nothing is known.

    Args:
        host: the server's name.
        environment: DRAGOMAN_TOKEN, or else DRAGOMAN_USER and DRAGOMAN_PASSWORD, or else a netrc file's entry for this
            host (its own, never the default one); NETRC names the file where it is not ~/.netrc.

    Raises:
        StoreError: a user is given without password, or the netrc file cannot be read.
    """
    token = environment.get("DRAGOMAN_TOKEN", "")
    if token:
        return Bearer(_sendable(token, "DRAGOMAN_TOKEN"))
    user, password = environment.get("DRAGOMAN_USER", ""), environment.get("DRAGOMAN_PASSWORD", "")
    if user and not password:
        raise StoreError("DRAGOMAN_USER is set without DRAGOMAN_PASSWORD; set both, or neither.")
    if user:
        return Challenged(user, password)
    named = environment.get("NETRC")
    found = _from_netrc(Path(named) if named else Path.home() / ".netrc", host, bool(named))
    return Challenged(*found) if found else httpx.Auth()


class Bearer(httpx.Auth):
    """A token, sent with every request."""

    def __init__(self, token: str) -> None:
        """Take the token."""
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Yield the request with the token."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class Challenged(httpx.Auth):
    """A user and password, sent as the server asks for them once it has asked."""

    def __init__(self, user: str, password: str) -> None:
        """Take who asks."""
        self._user, self._password = user, password
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Yield the request as it is and, where the server asks who is there, with the answer."""
        if self._chosen is None:
            response = yield request
            asked = [value.lower().lstrip() for value in response.headers.get_list("www-authenticate")]
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            if any(value.startswith("digest") for value in asked):
                self._chosen = httpx.DigestAuth(self._user, self._password)
            elif any("basic" in value for value in asked):
                self._chosen = httpx.BasicAuth(self._user, self._password)
            else:
                return
        yield from self._chosen.auth_flow(request)


def _from_netrc(path: Path, host: str, must: bool) -> tuple[str, str] | None:
    """Return the user and password that a netrc file has for a host."""
    try:
        hosts = netrc.netrc(str(path)).hosts
    except FileNotFoundError:
        if must:
            raise StoreError(f"NETRC names {path}, and there is no such file; mend or unset it.") from None
        return None
    except (OSError, UnicodeDecodeError):
        raise StoreError(f"The netrc file {path} cannot be read; change its rights, or unset NETRC.") from None
    except netrc.NetrcParseError as error:
        # its message may repeat what stands in the file
        raise StoreError(f"The netrc file {path} is malformed in line {error.lineno}; mend it.") from None
    user, _, password = hosts.get(host, ("", "", ""))
    return (user or "", password or "") if password else None


def _sendable(secret: str, variable: str) -> str:
    if not secret.isascii() or not secret.isprintable() or " " in secret:
        raise StoreError(f"{variable} holds characters that no token has; set it anew.")
    return secret
