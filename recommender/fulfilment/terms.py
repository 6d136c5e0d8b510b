"""Terms: where and how an offering is taught, what it costs and gives, beside what was asked."""

from data.municipalities import MUNICIPALITIES
from data.program import Offering, Program
from data.vocabulary import Certificate, Mode, Subsidy
from recommender.constraints import Constraints
from recommender.eligibility.participants import Level, participants
from recommender.eligibility.rules import CERTIFIED_BY, GIVEN_BY, NEARBY_KM, NO_TRAVEL
from recommender.fulfilment import wording
from recommender.fulfilment.verdict import Verdict, differs, leaves_open, meets
from recommender.understanding.wording import ANY, audience

BEGINNER = "初心者"


def place(asked: Constraints, _program: Program, offering: Offering) -> Verdict | None:
    """Compare the places; what is taken at home is as near as can be."""
    if offering.mode in NO_TRAVEL:
        return meets(_way(offering.mode, asked))
    town = MUNICIPALITIES.get(offering.municipality)
    if town is None:
        return leaves_open(wording.PLACE)
    home = MUNICIPALITIES.get(asked.municipality or "")
    if home is None:
        words = wording.place(town.name, town.area)
        return meets(words) if town.area == asked.area else differs(wording.at(words))
    if town == home:
        return meets(town.name)
    distance = town.distance_km(home)
    words = wording.away(town.name, home.name, distance)
    return meets(words) if distance <= NEARBY_KM else differs(wording.at(words))


def mode(asked: Constraints, _program: Program, offering: Offering) -> Verdict | None:
    """Compare the ways of teaching; a hybrid class gives both of its ways."""
    if offering.mode is Mode.UNKNOWN:
        return leaves_open(wording.MODE)
    wanted, refused = _given_by(asked.mode), _given_by(asked.not_mode)
    against = refused - {Mode.HYBRID} - (wanted if wanted < refused else set())
    fits = (not wanted or offering.mode in wanted) and offering.mode not in against
    return meets(_way(offering.mode, asked)) if fits else differs(wording.by(offering.mode))


def fee(asked: Constraints, _program: Program, offering: Offering) -> Verdict | None:
    """Compare what it costs."""
    if offering.fee_yen is None or asked.max_fee_yen is None:
        return leaves_open(wording.FEE)
    words = wording.fee(offering.fee_yen)
    return meets(words) if offering.fee_yen <= asked.max_fee_yen else differs(words)


def benefit(asked: Constraints, program: Program, _offering: Offering) -> Verdict | None:
    """Compare the benefits; that a source names none does not say that there is none."""
    name = (asked.subsidy or ANY).removesuffix("金")
    named = [kind for kind in Subsidy if name in kind or kind in name]
    held = [kind for kind in program.subsidies if not named or kind in named]
    if held:
        return meets(wording.benefits(held))
    if program.subsidies:
        return differs(wording.only_benefits(program.subsidies))
    return leaves_open(wording.BENEFIT)


def certificate(asked: Constraints, program: Program, _offering: Offering) -> Verdict | None:
    """Compare the papers; a qualification by its name is what a program is about."""
    enough = CERTIFIED_BY.get(asked.certificate or "")
    given = program.certificate
    if enough is None:
        qualifies = given is Certificate.QUALIFYING
        return meets(wording.CERTIFICATES[given]) if qualifies else None
    if given is Certificate.UNKNOWN:
        return leaves_open(wording.CERTIFICATE)
    if given is Certificate.NONE:
        return differs(wording.NO_CERTIFICATE)
    words = wording.CERTIFICATES[given]
    return meets(words) if given in enough else differs(words)


def childcare(_asked: Constraints, program: Program, _offering: Offering) -> Verdict | None:
    """Tell whether the source speaks of children who come along."""
    is_told = participants(program).childcare
    return meets(wording.CHILDREN_WELCOME) if is_told else leaves_open(wording.CHILDCARE)


def group(asked: Constraints, program: Program, offering: Offering) -> Verdict | None:
    """Compare how many come with how many are taken."""
    people, smallest = asked.headcount, participants(program).smallest_group
    if people is None:
        return None
    if smallest and smallest > people:
        return differs(wording.smallest_group(smallest))
    if offering.capacity is None:
        return None if offering.mode is Mode.VISITING else leaves_open(wording.CAPACITY)
    words = wording.room_for(offering.capacity)
    return meets(words) if offering.capacity >= people else differs(words)


def level(asked: Constraints, program: Program, _offering: Offering) -> Verdict | None:
    """Tell a class for beginners; a harder one is seldom told from the catalog."""
    fits = asked.level == BEGINNER and participants(program).level is Level.BEGINNER
    return meets(wording.BEGINNERS) if fits else None


def addressed(asked: Constraints, program: Program, _offering: Offering) -> Verdict | None:
    """Tell whom among those asking the program addresses; it may take others as well."""
    groups = [word for word in asked.audience if word in program.audience]
    return meets("・".join(audience(word) for word in groups)) if groups else None


def _given_by(modes: tuple[Mode, ...]) -> set[Mode]:
    return {given for mode_ in modes for given in GIVEN_BY.get(mode_, {mode_})}


def _way(given: Mode, asked: Constraints) -> str:
    """Say how one takes part; of a hybrid class, the way that was asked for."""
    if given is not Mode.HYBRID:
        return wording.WAYS[given]
    if {Mode.ONSITE, Mode.LIVE_ONLINE} <= set(asked.mode):
        return wording.HYBRID_BOTH
    onsite = Mode.ONSITE in asked.mode or Mode.LIVE_ONLINE in asked.not_mode
    return wording.HYBRID_ONSITE if onsite else wording.HYBRID_ONLINE
