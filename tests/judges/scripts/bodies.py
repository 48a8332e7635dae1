"""Makes bodies for schemas: the examples of their descriptions, and what hypothesis-jsonschema thinks of.

Reads lines of `schemas.py`, prints lines with `document`, `name`, `source` and `body`. The same schemas give
the same bodies. Examples are not always valid: the test filters them by a validator.
"""

import json
import signal
import sys
import warnings

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis_jsonschema import from_schema

SECONDS = 5
BODIES = 8


def made(schema):
    bodies = []

    @settings(max_examples=BODIES, derandomize=True, database=None, deadline=None,
              phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(from_schema(schema))
    def collect(body):
        bodies.append(body)

    def stop(*_):
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        collect()
    except (Exception, TimeoutError):  # What it cannot do it says in many ways.
        pass
    finally:
        signal.alarm(0)
    return bodies


def main():
    warnings.simplefilter("ignore")
    for text in sys.stdin:
        line = json.loads(text)
        for source, bodies in (("example", line["examples"]), ("hypothesis", made(line["schema"]))):
            for body in bodies:
                try:
                    text = json.dumps(body, allow_nan=False)
                except (TypeError, ValueError):
                    continue
                print(json.dumps({"document": line["document"], "name": line["name"],
                                  "source": source, "body": text}), flush=True)


if __name__ == "__main__":
    main()
