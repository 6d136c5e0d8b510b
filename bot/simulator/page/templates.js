// Draws template messages by writing them as Flex, which the page already knows how to draw.

const LIST = { carousel: "columns", image_carousel: "columns" };

export function asFlex(message) {
  const { template } = message;
  const columns = template[LIST[template.type]];
  const contents = columns
    ? { type: "carousel", contents: columns.map((column) => card(column, "kilo")) }
    : card(template, "kilo");
  return { type: "flex", altText: message.altText, contents };
}

function card(column, size) {
  const url = column.thumbnailImageUrl || column.imageUrl;
  const texts = [
    column.title && { type: "text", text: column.title, weight: "bold", wrap: true },
    column.text && { type: "text", text: column.text, size: "sm", wrap: true },
  ].filter(Boolean);
  const actions = column.actions || (column.action?.label ? [column.action] : []);
  const buttons = actions.map((action) => ({ type: "button", height: "sm", action }));
  const beside = column.type === "confirm"; // its two buttons stand side by side
  return {
    type: "bubble",
    size,
    ...(url && { hero: { type: "image", url, size: "full", aspectRatio: "151:100", aspectMode: "cover" } }),
    ...(texts.length && { body: box(texts, "sm") }),
    ...(buttons.length && { footer: beside ? { ...box(buttons), layout: "horizontal" } : box(buttons) }),
    ...(beside && { styles: { footer: { separator: true } } }),
    ...(column.defaultAction && { action: column.defaultAction }),
  };
}

const box = (contents, spacing = "none") => ({ type: "box", layout: "vertical", spacing, contents });
