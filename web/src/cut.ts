const OPENED = /[([{]/g;
const CLOSED = /[)\]}]/g;
const MARK = /[,;:([{&/+–-]$|…$|\.\.\.$/;
// And, or, with and of in the languages of labels.
const WORD =
  /[\s,](?:och|eller|med|av|and|or|with|of|og|ja|tai|sekä|und|oder|mit|et|ou|avec|con|en|met|oraz|lub)$/i;
// In small letters, and with no vitamin before it: a vitamin E may be the last of a list.
const LETTER = /(?<!vitamin\S*)\s[eioyz]$/;

/** Whether the words end where no list ends: within brackets, or with something to follow. */
export function looksCut(words: string): boolean {
  const list = words.trim();
  const open = (list.match(OPENED)?.length ?? 0) > (list.match(CLOSED)?.length ?? 0);
  return open || [MARK, WORD, LETTER].some((end) => end.test(list));
}
