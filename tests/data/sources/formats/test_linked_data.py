import json

from data.issue import Code
from data.sources.formats.linked_data import linked_data_in
from data.sources.sheet import Fault


def rows(*blocks):
    texts = [each if isinstance(each, str) else json.dumps(each) for each in blocks]
    return list(
        linked_data_in((f"script[{n}]", text) for n, text in enumerate(texts, 1)).sheet().rows
    )


def course(**parts):
    return {"@type": "Course", "name": "簿記", **parts}


def test_every_way_to_list_courses_has_its_place(records):
    found = records(
        rows(
            {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "x"}]},
            {"@graph": [{"@type": "WebSite"}, course(hasCourseInstance={"startDate": "1"})]},
            {"@type": "ItemList", "itemListElement": [{"item": course()}]},
            course(hasCourseInstance=[{"startDate": "1"}, {"startDate": "2"}]),
            {"@type": ["https://schema.org/EducationEvent"], "name": "祭"},
        )
    )
    assert found == {
        "script[2]/@graph[1]": {"name": "簿記", "hasCourseInstance.startDate": "1"},
        "script[3]/itemListElement[0]/item": {"name": "簿記"},
        "script[4]/hasCourseInstance[0]": {"name": "簿記", "hasCourseInstance.startDate": "1"},
        "script[4]/hasCourseInstance[1]": {"name": "簿記", "hasCourseInstance.startDate": "2"},
        "script[5]": {"name": "祭"},
    }


def test_nested_values_are_named_by_their_paths(records):
    block = course(
        provider={"@type": "Organization", "name": "大学", "contactPoint": {"name": "係"}},
        about=["DX・IT", "教養"],
        courseMode=["online", "synchronous"],
        offers=[{"price": 18000.0}, {"price": 1}],
        isAccessibleForFree=False,
        description=None,
    )
    assert records(rows(block))["script[1]"] == {
        "name": "簿記",
        "provider.name": "大学",
        "provider.contactPoint.name": "係",
        "about": "DX・IT、教養",
        "courseMode": "online, synchronous",
        "offers.price": "18000",
        "isAccessibleForFree": "FALSE",
    }


def test_a_reference_is_followed_within_the_page_and_never_in_a_circle(records):
    organisation = {"@id": "#o", "name": "大学", "member": {"@id": "#o"}}
    found = records(rows({"@graph": [organisation, course(provider={"@id": "#o"})]}))
    assert found == {"script[1]/@graph[1]": {"name": "簿記", "provider.name": "大学"}}


def test_a_broken_block_loses_only_itself(records):
    found = rows(course(), '{"@type": "Course",}', course())
    fault = Fault(code=Code.BROKEN_JSON, raw='{"@type": "Course",}')
    assert [(row.locator, row.faults) for row in found if row.faults] == [("script[2]", (fault,))]
    assert list(records(found)) == ["script[1]", "script[3]"]


def test_a_file_of_linked_data_is_read_like_a_page(sheets, records):
    data = json.dumps({"@context": "https://schema.org", "@graph": [course()]}).encode()
    assert records(sheets(data, "c.jsonld")["json-ld"]) == {"$/@graph[0]": {"name": "簿記"}}
