// A few of LINE's stickers, told in characters: the pictures themselves are LINE's.

export const STICKER_PACKAGE = "11537";

export const STICKERS = {
  "52002734": { face: "d(^_^) OK", name: "OK" },
  "51626494": { face: "(^▽^)", name: "にこにこ" },
  "52114110": { face: "m(_ _)m", name: "ありがとう" },
};
