/** How many of the demo's people the stories start with: all that they name. A thousand would take ten seconds more at each start. */
export const peopleInStories = 191;
