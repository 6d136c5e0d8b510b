"""The catalog as schema.org Course and CourseInstance in JSON-LD, for search engines and portals.

Source: https://schema.org/Course, https://schema.org/CourseInstance (version 29). What schema.org
has no word for stays out; unknown stays out, too.
"""

from collections.abc import Mapping
from typing import Any

from data.program import Offering, Program
from data.vocabulary import Certificate, Mode, Status

CONTEXT = "https://schema.org"
MODES: Mapping[Mode, str] = {
    Mode.ONSITE: "onsite",
    Mode.LIVE_ONLINE: "online",
    Mode.ON_DEMAND: "online",
    Mode.HYBRID: "blended",
    Mode.VISITING: "onsite",
    Mode.CORRESPONDENCE: "correspondence",
}
AVAILABILITY: Mapping[Status, str] = {
    Status.OPEN: f"{CONTEXT}/InStock",
    Status.ANY_TIME: f"{CONTEXT}/InStock",
    Status.NOT_YET_OPEN: f"{CONTEXT}/PreOrder",
    Status.FULL: f"{CONTEXT}/SoldOut",
    Status.CLOSED: f"{CONTEXT}/Discontinued",
    Status.CANCELLED: f"{CONTEXT}/Discontinued",
}


def course(program: Program) -> dict[str, Any]:
    """Return a program as a schema.org Course with an instance for every occasion."""
    named = program.certificate not in {Certificate.NONE, Certificate.UNKNOWN}
    return _stated(
        {
            "@context": CONTEXT,
            "@type": "Course",
            "identifier": program.program_id,
            "courseCode": program.source_key,
            "name": program.title,
            "description": program.summary,
            "url": program.url,
            "inLanguage": "ja" if program.language == "日本語" else program.language,
            "about": list(program.fields),
            "teaches": list(program.skills),
            "coursePrerequisites": program.eligibility,
            "educationalCredentialAwarded": str(program.certificate) if named else "",
            "financialAidEligible": "、".join(program.subsidies),
            "provider": _typed("Organization", name=program.institution),
            "audience": _typed("EducationalAudience", audienceType="、".join(program.audience)),
            "hasCourseInstance": [_instance(offering) for offering in program.offerings],
        }
    )


def _instance(offering: Offering) -> dict[str, Any]:
    hours = offering.total_hours
    return _stated(
        {
            "@type": "CourseInstance",
            "courseMode": MODES.get(offering.mode, ""),
            "startDate": offering.start_date.isoformat() if offering.start_date else "",
            "endDate": offering.end_date.isoformat() if offering.end_date else "",
            "courseWorkload": f"PT{round(hours * 60)}M" if hours else "",
            "courseSchedule": _typed("Schedule", description=offering.sessions),
            "maximumAttendeeCapacity": offering.capacity,
            "location": _location(offering),
            "offers": _offer(offering),
        }
    )


def _location(offering: Offering) -> dict[str, Any]:
    if not offering.venue and not offering.municipality:
        return {}
    address = _typed(
        "PostalAddress",
        addressLocality=offering.municipality,
        addressRegion="山形県" if offering.municipality else "",
    )
    return _stated({"@type": "Place", "name": offering.venue, "address": address})


def _offer(offering: Offering) -> dict[str, Any]:
    known = offering.fee_yen is not None
    return _typed(
        "Offer",
        price=offering.fee_yen,
        priceCurrency="JPY" if known else "",
        description=offering.fee_note,
        validThrough=offering.deadline.isoformat() if offering.deadline else "",
        availability=AVAILABILITY.get(offering.status, ""),
    )


def _typed(kind: str, **values: object) -> dict[str, Any]:
    """Return a node of a type; nothing when none of its values is known."""
    stated = _stated(values)
    return {"@type": kind, **stated} if stated else {}


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is unknown; a price of 0 is known."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
