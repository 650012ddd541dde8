"""Judges certificate numbers with python-stdnum, of which nothing is part of this project: a word per line of the
file, `ok` or what is wrong. Called with a kind and a file."""

import sys

from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat, InvalidLength
from stdnum.iso7064 import mod_11_2, mod_11_10
from stdnum.util import isdigits


def resident_id(number):
    try:
        ric.validate(number)
    except InvalidComponent:
        try:
            ric.get_birth_date(number)
        except InvalidComponent:
            return "date"
        return "place"
    except KeyError:
        # python-stdnum 2.2 means to say InvalidComponent when its table has the province and not the county.
        return "place"
    return "ok"


def unified_code(number):
    uscc.validate(number)
    return "ok"


def licence(number):
    """GS15-2006 is MOD 11,10 over 15 digits."""
    if len(number) != 15:
        return "length"
    if not isdigits(number):
        return "format"
    mod_11_10.validate(number)
    return "ok"


def organisation_code(number):
    """GB 11714-1997 is the sum of MOD 11-2, with a remainder of 0 where ISO 7064 has 1. A letter counts 10 to 35,
    modulo 11 the same as a digit or the X."""
    number = number.replace("-", "").replace(" ", "").upper()
    if len(number) != 9:
        return "length"
    if not (number.isascii() and number.isalnum() and number[-1] in "0123456789X"):
        return "format"
    digits = "".join("0123456789X"[int(character, 36) % 11] for character in number[:-1])
    return "ok" if mod_11_2.checksum(digits + number[-1]) == 0 else "checksum"


KINDS = {
    "resident-id": resident_id,
    "uscc": unified_code,
    "licence-15": licence,
    "organisation-code": organisation_code,
}
WORDS = {
    InvalidChecksum: "checksum",
    InvalidComponent: "component",
    InvalidFormat: "format",
    InvalidLength: "length",
}


def main(kind, path):
    judge = KINDS[kind]
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            try:
                print(judge(line.removesuffix("\n")))
            except tuple(WORDS) as error:
                print(WORDS[type(error)])


main(*sys.argv[1:])
