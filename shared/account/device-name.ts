/** Characters of the name people give their authenticator; the page's field and the API take the same. */
export const maxDeviceName = 40;
