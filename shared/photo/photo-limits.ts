/** The photo's hard measures (K-19, K-20). Pure: the page checks them before it sends anything. */
export const photoWidth = 450;
export const photoHeight = 575;
/** 2 MB. */
export const maxPhotoBytes = 2 * 1024 * 1024;
/** 12 KB: as much as a weak link transfers in the time that verification has. */
export const maxSmallPhotoBytes = 12 * 1024;
