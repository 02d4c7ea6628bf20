"""The vocabulary is complete, well named in four languages, and inside OWL 2 DL as far as its triples can tell."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import version

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, XSD, Graph, Literal, URIRef
from rdflib.namespace import ORG, PROV

from dragoman.ontology.files import Name, turtle
from dragoman.ontology.languages import LANGUAGES
from dragoman.ontology.namespaces import DGM, PREFIXES, expand
from dragoman.ontology.terms import Term, terms

ONTOLOGY = URIRef(DGM.rstrip("#"))
CLASSES = [t for t in terms() if t.sort == "class"]
PROPERTIES = [t for t in terms() if t.sort.endswith("property")]


@cache
def graph(name: Name = "dragoman") -> Graph:
    return Graph().parse(data=turtle(name), format="turtle")


def by_name(term: Term) -> str:
    return term.name


@pytest.mark.parametrize("term", terms(), ids=by_name)
class TestEachTerm:
    def test_has_one_label_in_each_of_four_languages(self, term: Term) -> None:
        labels = list(graph().objects(URIRef(term.iri), RDFS.label))
        assert sorted(str(label.language) for label in labels) == sorted(LANGUAGES)  # type: ignore[attr-defined]

    def test_is_explained_in_french_and_in_english(self, term: Term) -> None:
        comments = list(graph().objects(URIRef(term.iri), RDFS.comment))
        assert sorted(str(comment.language) for comment in comments) == ["en", "fr"]  # type: ignore[attr-defined]
        for comment in comments:
            assert re.fullmatch(r"\S.{9,}[.]", str(comment))
            assert str(comment)[0].isupper()

    def test_says_what_defines_it(self, term: Term) -> None:
        assert list(graph().objects(URIRef(term.iri), RDFS.isDefinedBy)) == [ONTOLOGY]

    def test_has_no_stray_space_in_its_words(self, term: Term) -> None:
        for words in (*term.labels.values(), *term.comments.values()):
            assert words == " ".join(words.split())

    def test_is_written_in_the_script_of_the_language(self, term: Term) -> None:
        assert re.search(r"[\u0600-\u06ff]", term.labels["ar"])
        assert re.search(r"[\u0400-\u04ff]", term.labels["ru"])


def test_every_subject_in_our_namespace_is_a_term_or_of_a_known_sort() -> None:
    named = {str(s) for s in graph().subjects() if str(s).startswith(DGM)}
    assert named == {t.iri for t in terms()}


def test_the_classes_of_the_design_are_all_there() -> None:
    design = """Actor Country Person Official Organization Agency Company Outlet Source Record Tenure Event Visit
    Meeting Announcement Agreement Deal Cooperation Product Place Topic Status Certainty Title Article Passage Mention
    Happening"""
    assert {t.name for t in CLASSES} == set(design.split())


@pytest.mark.parametrize("prop", PROPERTIES, ids=by_name)
def test_a_property_has_one_domain_and_one_range(prop: Term) -> None:
    for predicate in (RDFS.domain, RDFS.range):
        assert len(list(graph().objects(URIRef(prop.iri), predicate))) == 1
    assert prop.domain
    assert prop.range


@pytest.mark.parametrize(
    "sorts", [("class",), ("object property", "data property"), ("concept",), ("scheme",)], ids="-".join
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_terms_of_a_sort_are_called_alike(sorts: tuple[str, ...], language: str) -> None:
    called = sorted(t.labels[language].casefold() for t in terms() if t.sort in sorts)
    assert called == sorted(set(called))


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_no_class_is_called_exactly_as_a_property(language: str) -> None:
    assert not {t.labels[language] for t in CLASSES} & {t.labels[language] for t in PROPERTIES}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_terms_are_explained_alike(language: str) -> None:
    said = [t.comments[language] for t in terms()]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_a_class_is_called_with_a_capital_and_a_property_without(language: str) -> None:
    assert [t.name for t in CLASSES if not t.labels[language][0].isupper()] == []
    assert [
        t.name
        for t in PROPERTIES
        if t.labels[language][0].isupper()
        and not t.labels[language].isupper()
        and not t.labels[language].startswith("PLOVER")
    ] == []


def test_class_names_begin_with_a_capital_and_property_names_without() -> None:
    assert all(
        re.fullmatch(r"[A-Z][A-Za-z]+", t.name) for t in terms() if t.sort not in {"object property", "data property"}
    )
    assert all(re.fullmatch(r"[a-z][A-Za-z]+", t.name) for t in PROPERTIES)


def test_the_header_says_all_that_a_registry_asks() -> None:
    header = graph()
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in header
    for predicate in (DCTERMS.title, DCTERMS.description, DCTERMS.abstract, DCTERMS.bibliographicCitation, RDFS.label):
        assert {o.language for o in header.objects(ONTOLOGY, predicate)} == {"fr", "en"}  # type: ignore[attr-defined]
    for predicate in (DCTERMS.creator, DCTERMS.contributor, DCTERMS.publisher):
        (who,) = header.objects(ONTOLOGY, predicate)
        assert (who, RDF.type, PROV.Organization) in header
    assert isinstance(header.value(ONTOLOGY, DCTERMS.license), URIRef)
    for predicate in (DCTERMS.created, DCTERMS.issued, DCTERMS.modified):
        day = header.value(ONTOLOGY, predicate)
        assert isinstance(day, Literal)
        assert day.datatype == XSD.date
        assert day.value is not None
    assert header.value(ONTOLOGY, VANN.preferredNamespacePrefix) == Literal("dgm")
    assert header.value(ONTOLOGY, VANN.preferredNamespaceUri) == Literal(DGM)
    for address in ("http://purl.org/ontology/bibo/status", "https://schema.org/codeRepository"):
        assert isinstance(header.value(ONTOLOGY, URIRef(address)), URIRef)
    assert list(header.objects(ONTOLOGY, DCTERMS.source))


def test_the_version_is_the_packages() -> None:
    number = version("dragoman")
    assert graph().value(ONTOLOGY, OWL.versionInfo) == Literal(number)
    assert graph().value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{number}")
    assert all(number in str(o) for o in graph().objects(ONTOLOGY, DCTERMS.bibliographicCitation))


@pytest.mark.parametrize(
    ("scheme", "concepts"),
    [
        ("DealStatus", "Interest Proposed Negotiation Agreed Signed Delivered Cancelled"),
        ("EventStatus", "Planned Held Postponed Cancelled"),
        ("AgreementStatus", "Signed Initialled Renewed Expired Annulled"),
        ("CertaintyScheme", "Asserted Conditional Denied"),
    ],
)
def test_a_scheme_holds_the_statuses_of_the_design(scheme: str, concepts: str) -> None:
    iri = URIRef(DGM + scheme)
    wanted = {URIRef(DGM + name) for name in concepts.split()}
    assert set(graph().subjects(SKOS.inScheme, iri)) == wanted
    assert set(graph().objects(iri, SKOS.hasTopConcept)) == wanted


def test_a_concept_is_called_in_skos_as_it_is_everywhere_else() -> None:
    for term in terms():
        if term.sort in {"scheme", "concept"}:
            labels = set(graph().objects(URIRef(term.iri), SKOS.prefLabel))
            assert labels == set(graph().objects(URIRef(term.iri), RDFS.label))


def test_no_class_and_no_property_stands_below_itself() -> None:
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for subject in set(graph().subjects(predicate, None)):
            assert subject not in set(graph().transitive_objects(subject, predicate)) - {subject}
            assert (subject, predicate, subject) not in graph()


def test_every_class_is_tied_to_another_by_a_property_or_a_parent() -> None:
    tied = {n for p in PROPERTIES for n in (*p.domain, *p.range)} | {n for c in CLASSES for n in c.parents}
    assert [c.name for c in CLASSES if f"dgm:{c.name}" not in tied and not c.parents] == []


def test_an_inverse_has_domain_and_range_the_other_way_round() -> None:
    named = {f"dgm:{p.name}": p for p in PROPERTIES}
    inverses = [p for p in PROPERTIES if p.inverse]
    assert len(inverses) == 20
    for prop in inverses:
        other = named[str(prop.inverse)]
        assert (other.inverse, other.domain, other.range) == (f"dgm:{prop.name}", prop.range, prop.domain)


def test_a_property_below_another_of_ours_has_no_wider_domain_or_range() -> None:
    named = {f"dgm:{t.name}": t for t in terms()}

    def above(name: str) -> set[str]:
        parents = named[name].parents if name in named else ()
        return {name}.union(*(above(p) for p in parents))

    for prop in PROPERTIES:
        for parent in (named[p] for p in prop.parents if p in named):
            assert all(above(name) & set(parent.domain) for name in prop.domain), prop.name
            assert all(above(name) & set(parent.range) for name in prop.range), prop.name


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("dgm:Actor", "rdfs:subClassOf", "prov:Agent"),
        ("dgm:Record", "rdfs:subClassOf", "prov:Entity"),
        ("dgm:Tenure", "rdfs:subClassOf", "org:Membership"),
        ("dgm:Event", "rdfs:subClassOf", "sem:Event"),
        ("dgm:Article", "rdfs:subClassOf", "nif:Context"),
        ("dgm:Passage", "rdfs:subClassOf", "nif:Sentence"),
        ("dgm:Passage", "rdfs:subClassOf", "nif:RFC5147String"),
        ("dgm:Mention", "rdfs:subClassOf", "nif:Phrase"),
        ("dgm:evidence", "rdfs:subPropertyOf", "prov:wasDerivedFrom"),
        ("dgm:earliest", "rdfs:subPropertyOf", "sem:hasEarliestBeginTimeStamp"),
        ("dgm:latest", "rdfs:subPropertyOf", "sem:hasLatestEndTimeStamp"),
        ("dgm:guest", "rdfs:subPropertyOf", "dgm:participant"),
    ],
)
def test_the_vocabulary_stands_on_others_as_the_design_says(subject: str, predicate: str, value: str) -> None:
    assert (URIRef(expand(subject)), URIRef(expand(predicate)), URIRef(expand(value))) in graph()


def test_no_event_is_an_activity_in_the_sense_of_prov() -> None:
    assert PROV.Activity not in set(graph().all_nodes())


@pytest.mark.parametrize("name", ["dragoman", "alignments"])
def test_every_term_of_org_and_prov_exists_there(name: Name) -> None:
    for node in graph(name).all_nodes() | set(graph(name).predicates()):
        for namespace in (ORG, PROV):
            if str(node).startswith(str(namespace)) and str(node) != str(namespace):
                assert str(node).removeprefix(str(namespace)) in namespace.__annotations__


DECLARATIONS = {
    OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual, OWL.Ontology,
    OWL.Restriction, OWL.AllDisjointClasses, OWL.AllDifferent, OWL.FunctionalProperty,
}  # fmt: skip
BUILT_IN = tuple(PREFIXES[p] for p in ("owl", "rdf", "rdfs", "xsd"))


class TestOwl2Dl:
    """The conditions of OWL 2 DL that triples show: terms declared, and each as one sort of property."""

    def declared(self, *kinds: URIRef) -> set[object]:
        return {s for kind in kinds for s in graph().subjects(RDF.type, kind)}

    def test_every_class_that_is_spoken_of_is_declared(self) -> None:
        spoken = {
            node
            for predicate in (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.someValuesFrom, OWL.disjointWith)
            for node in graph().objects(None, predicate)
        } | {o for o in graph().objects(None, RDF.type) if o not in DECLARATIONS}
        named = {n for n in spoken if isinstance(n, URIRef) and not str(n).startswith(BUILT_IN)}
        assert named <= self.declared(OWL.Class)

    def test_every_property_that_is_used_is_declared_and_as_one_sort(self) -> None:
        sorts = [self.declared(k) for k in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)]
        used = {p for p in graph().predicates() if not str(p).startswith(BUILT_IN)}
        assert used <= set().union(*sorts)
        assert [len(s & t) for s, t in ((sorts[0], sorts[1]), (sorts[0], sorts[2]), (sorts[1], sorts[2]))] == [0, 0, 0]
        assert not set().union(*sorts) & self.declared(OWL.Class)

    def test_relations_have_classes_for_values_and_fields_have_datatypes(self) -> None:
        datatypes = {str(t) for t in (XSD.string, XSD.integer, XSD.decimal, XSD.boolean, RDFS.Literal)}
        for prop in PROPERTIES:
            ranges = {expand(name) for name in prop.range}
            assert (ranges <= datatypes) is (prop.sort == "data property"), prop.name

    def test_a_parent_is_of_the_same_sort(self) -> None:
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
            below = {s for s in graph().subjects(RDFS.subPropertyOf, None) if s in self.declared(kind)}
            assert all(o in self.declared(kind) for s in below for o in graph().objects(s, RDFS.subPropertyOf))

    def test_a_blank_node_stands_in_one_place_only(self) -> None:
        from rdflib import BNode

        for node in {n for n in graph().objects() if isinstance(n, BNode)}:
            assert len(list(graph().subject_predicates(node))) == 1

    def test_no_word_of_owl_itself_is_given_another_meaning(self) -> None:
        assert [s for s in graph().subjects() if str(s).startswith(BUILT_IN)] == []


def test_the_alignments_speak_of_terms_that_exist() -> None:
    named = {str(s) for s in graph("alignments").subjects() if str(s).startswith(DGM)}
    assert named <= {t.iri for t in terms()}
    assert len(named) > 40


def test_the_alignments_claim_no_more_than_nearness_except_for_three_classes() -> None:
    from collections import Counter

    claims = Counter(p for s, p, _ in graph("alignments") if str(s).startswith(DGM))
    assert claims[RDFS.subClassOf] == 3
    assert set(claims) == {RDFS.subClassOf, SKOS.closeMatch, SKOS.relatedMatch, RDFS.seeAlso}
