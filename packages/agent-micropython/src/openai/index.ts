export const pending = "still to be written";
