export const en = "This page needs JavaScript. Turn it on in your browser and reload.";
