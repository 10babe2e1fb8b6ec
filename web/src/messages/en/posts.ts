import type { PostsText } from "../id/posts.ts";

export const en: PostsText = {
  lead: "The posts that advise and decide on people's requests, and who acts in them today.",
  failures: {
    "post-changed":
      "This post, or one above it, has just been changed by somebody else. Reload the page to see it as it is.",
    "post-title-taken": "A post is called so already. Give a title that tells the two apart.",
  },
  ownPost: "This post names you. Another officer changes it.",
  problems: {
    "post-unknown": "no post is called so. Choose one from the list.",
    "post-circle": "that post is below the one you are changing.",
    "post-own-holder": "this is the holder of the post. Choose somebody else.",
    "stand-ins-meet":
      "somebody stands in on some of these days already. End that first, or choose other days.",
    "unknown-choice": "does not work in this agency any more. Choose somebody else.",
    "day-passed": "is past.",
    "day-too-early": ({ min = "" }) => `${min} at the earliest.`,
  },
  check: {
    title: "Check",
    fine: (count) => `${count} posts checked: somebody acts in each.`,
    found: (count) => (count === 1 ? "1 matter to look at." : `${count} matters to look at.`),
    isCut: "Only the first 100 are shown.",
    codes: {
      vacant: "nobody acts in it today. Enter a holder or a Plt.",
      left: "names somebody who does not work in this agency any more.",
      circle: "the posts above lead back to it. Correct the post above it.",
      "above-missing": "the post above it is not there any more.",
    },
  },
  list: "Posts",
  none: "There are no posts yet.",
  more: "Show the next posts",
  add: "Add a post",
  change: "Change",
  changeOf: (title) => `Change ${title}`,
  back: "Back to the list",
  title: "Title of the post",
  titleHint: "In full, e.g. Kepala Bidang Mutasi BKPSDM",
  holder: "Holder",
  noHolder: "vacant",
  holderHint: "Name or NIP. Leave it empty where nobody holds the post.",
  holderEnds: "A new holder ends all who stand in for this post.",
  above: "Post above",
  aboveHint: "It decides where nobody acts in this post, and for the holder.",
  acting: "Acts today",
  nobody: "nobody",
  forms: { plh: "Plh.", plt: "Plt." },
  hasLeft: "not in this agency any more",
  unknownPerson: "Somebody of another agency",
  standIns: "Plh. and Plt.",
  standInsOf: (title) => `Plh. and Plt. of ${title}`,
  standInHint: {
    plh: "A Plh. acts while the holder is absent; on these days the holder does not decide.",
    plt: "A Plt. acts while nobody holds the post.",
  },
  noStandIns: "Nobody stands in.",
  span: (from, until) => (until === undefined ? `since ${from}` : `${from} to ${until}`),
  person: "Employee",
  personHint: "Name or NIP",
  from: "First day",
  until: "Last day",
  untilHint: "Leave it empty to last until somebody holds the post",
  addStandIn: (form) => `Add a ${form}`,
  end: "End",
  endOf: (name) => `End ${name}`,
  endQuestion: (name) => `End ${name} from now on?`,
  reason: "Basis",
  reasonHint: "Number and day of the decree or order. It is kept in the history.",
  save: "Save",
  saved: (title) => `${title} saved.`,
  find: "Find employees",
  found: (count) =>
    count === 0
      ? "No employee matches."
      : count === 1
        ? "1 employee found."
        : `${count} employees found. Choose one.`,
  chosen: "Chosen",
  drop: "Clear",
  choose: "Choose",
};
