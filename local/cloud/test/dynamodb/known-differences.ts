import type { Engine } from "./engines.ts";

/**
 * The checks an engine does not pass, and why that is so. A check that fails without being listed, or is
 * listed and passes, fails the tests.
 */
export const knownDifferences: Readonly<Record<Engine["name"], Readonly<Record<string, string>>>> =
  {
    embedded: {
      // Of dynalite's evaluation of expressions.
      "maps and lists are equal when their members are":
        "Two maps, or two lists, never count as equal in a condition or a filter.",
      "a list contains a member of any type":
        "Only texts, numbers and binaries are found in a list.",
      "a comparison with what is not there does not hold":
        "BETWEEN with an upper bound that is not there fails the call (InternalFailure).",
      "a filter that compares with what is not there matches nothing":
        "BETWEEN with an upper bound that is not there fails the call (InternalFailure).",
    },
    dynoxide: {
      "a created table tells its keys, indexes, billing and stream":
        "The label of its streams is a number, not a time.",
      "a stream is turned on and off, once each":
        "It lets a stream be turned on that is on, and off that is off.",
      "time to live is turned on once, and told": "It lets time to live be turned on twice.",
      "point-in-time recovery is turned on, and told": "It has no continuous backups.",
      "an expression has up to 300 operators": "It takes any number of operators.",
      "an update has up to 300 operators, and setting is none": "It takes any number of operators.",
      "IN lists up to 100 values": "It takes any number of values.",
      "PartiQL is refused by name": "It speaks PartiQL.",
      "an update makes the item that is not there, unless it only takes away":
        "It makes the item for every update.",
      "what an update cannot mean is refused": "It refuses in other words than AWS.",
      "a query that cannot be is refused": "It refuses in other words than AWS.",
      "a write that changes nothing makes no record": "It makes one for every write.",
      "a record says where it comes from, when, and how large it is":
        "Its sequence numbers are short, and it measures the JSON text.",
      "a stream that is not there is not found": "It describes a stream by its table alone.",
    },
  };
