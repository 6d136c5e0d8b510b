// The menu at the top: who is talking, a new beginning, a group, blocking.

import * as client from "./client.js";
import { element } from "./elements.js";

const find = (id) => document.getElementById(id);

export function listenToMenu(chat) {
  const close = () => { find("menu").open = false; };
  find("follow").addEventListener("click", () => chat.send("follow"));
  find("block").addEventListener("click", () => { close(); chat.send("unfollow"); });
  find("restart").addEventListener("click", async () => {
    close();
    chat.become(await client.newPerson());
    chat.send("follow");
  });
  find("group").addEventListener("click", async () => { close(); chat.become(await client.newGroup()); });
  find("menu").addEventListener("toggle", () => find("menu").open && listPeople(chat));
  find("people").addEventListener("change", (event) => { close(); chat.become(event.target.value); });
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
}

async function listPeople(chat) {
  const options = (await client.people()).map(({ userId, name }) => {
    const option = element("option", { value: userId, text: name });
    option.selected = userId === chat.userId;
    return option;
  });
  find("people").replaceChildren(...options);
}
