"""Says which bodies a third-party validator accepts.

Takes the lines of `schemas.py` from a file, reads lines with `document`, `name` and `body`; prints `valid` or
`invalid` for each of them.
"""

import json
import sys

import jsonschema_rs


def main():
    validators = {}
    with open(sys.argv[1], encoding="utf-8") as schemas:
        for text in schemas:
            line = json.loads(text)
            try:
                validator = jsonschema_rs.Draft202012Validator(line["schema"])
            except Exception:  # A schema that is none, as in a pattern of another dialect.
                continue
            validators[line["document"], line["name"]] = validator
    for text in sys.stdin:
        line = json.loads(text)
        validator = validators.get((line["document"], line["name"]))
        is_valid = validator is not None and validator.is_valid(json.loads(line["body"]))
        print("valid" if is_valid else "invalid")


if __name__ == "__main__":
    main()
