"""Whatever fits the server's own description, and whatever does not, gets a proper answer."""

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from malaparte.web.app import create_app
from malaparte.web.desk import Desk

schema = schemathesis.openapi.from_asgi(
    "/openapi.json", create_app(Desk("moscow-1927-article")), headers={"host": "127.0.0.1"}
)


@schema.parametrize()
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_one_that_was_announced(case: schemathesis.Case) -> None:
    # A name may have the right form and yet be of no scenario: that is refused, with a sentence.
    excluded = [positive_data_acceptance]
    case.call_and_validate(headers={"host": "127.0.0.1"}, excluded_checks=excluded)
