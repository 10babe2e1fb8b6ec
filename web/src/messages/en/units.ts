import type { Units } from "../id/units.ts";

export const en: Units = {
  lead: "The units of your agency. A unit that appears in a record enters here by itself.",
  root: "All units",
  path: "Place of the unit",
  search: "Find a unit",
  searchHint: "Any words of the unit's name",
  searchSubmit: "Search",
  found: (n) =>
    n === 0 ? "No unit matches." : `${n} ${n === 1 ? "unit matches" : "units match"}.`,
  isCut: "Only the first 50 are shown. Add a word.",
  below: "Units below it",
  atRoot: "Units at the top",
  none: "There are no units here yet.",
  shown: (n) => `${n} ${n === 1 ? "unit" : "units"}`,
  firstShown: (n) => `The first ${n} units`,
  more: "Show more",
  columns: { name: "Unit", people: "People" },
  people: (n) => (n > 500 ? "more than 500 people" : `${n} ${n === 1 ? "person" : "people"}`),
  moving: "being changed",
  otherNames: "Other spellings or names in records",
  otherNamesHint: "Use “Rename” to make them one.",
  work: {
    renamed: (done, total) =>
      `The unit is being renamed: ${total === undefined ? done : `${done} of ${total}`} people are done. Meanwhile people are found under the old and the new name.`,
    merged: (into, done, total) =>
      `It is being merged into “${into}”: ${total === undefined ? done : `${done} of ${total}`} people have moved. Meanwhile people are found in both units.`,
    refused: (n) =>
      `${n} records cannot be read, so they did not change. The operators have been told.`,
    gone: (into) => `Done: this unit was merged into “${into}”.`,
    stopped: "This work stopped before its end. Tell an operator.",
  },
  change: "Ask for a change",
  approvals: "See what was asked for",
  asked: "Asked for. An approver decides within 7 days.",
  steps: {
    tambah: {
      title: "Add a unit here",
      hint: "A new unit is empty. People enter it by a change of their records.",
      submit: "Ask to add it",
    },
    "ganti-nama": {
      title: "Rename",
      hint: "Records and cards of all its people follow, bit by bit. Roles for this unit move to the new name.",
      submit: "Ask for the new name",
    },
    gabung: {
      title: "Merge into another unit",
      hint: "Its people and the units below it move to the other unit. Roles for this unit end, because they must not reach the other unit's people.",
      submit: "Ask to merge",
    },
    pindah: {
      title: "Move",
      hint: "Only its place changes. Records and roles stay.",
      submit: "Ask to move it",
    },
    tutup: {
      title: "Close the unit",
      hint: "Only a unit without people and without units below it.",
      submit: "Ask to close it",
    },
  },
  name: "Name of the unit",
  into: "Other unit",
  parent: "Below the unit",
  intoHint: "Type the beginning of its name and choose.",
  parentHint: "Type the beginning of its name and choose. Leave it empty for the top.",
  reasonHint: "For example number and date of the rule on the organisation",
  failures: {
    "unit-changed": "This unit has just changed. Open it again, then ask again.",
    "unit-busy": "This unit is being changed. Wait until all its people are done, then ask again.",
    "unit-name-taken": "Another unit has this name. Use “Merge” if the two are one.",
    "unit-below-itself": "A unit cannot be moved into itself or below itself.",
    "unit-too-deep": "There are at most ten levels of units.",
    "unit-not-empty": "This unit still has people or units below it.",
  },
  decide: {
    question: {
      add: (unit) => `Add the unit ${unit}?`,
      rename: (unit) => `Rename ${unit}?`,
      merge: (unit) => `Merge ${unit}?`,
      move: (unit) => `Move ${unit}?`,
      close: (unit) => `Close the unit ${unit}?`,
    },
    effect: {
      add: "The new unit is empty.",
      rename:
        "Records and cards of its people follow, and roles for the unit move to the new name.",
      merge: "Its people and the units below it move. Roles for the unit that is gone end.",
      move: "Only its place changes.",
      close: "The unit is gone from the tree.",
    },
    field: {
      add: "New unit",
      rename: "Name of the unit",
      merge: "Merge of units",
      move: "Place of the unit",
      close: "Closing of a unit",
    },
    nothing: "(not there yet)",
    gone: "(closed)",
    atTop: "at the top",
    below: (parent) => `below ${parent}`,
    people: "People who follow",
    alsoFrom: "Other spellings that become one",
  },
};
