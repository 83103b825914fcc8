"use strict";
// j and k go through the lines of a brief and light the words behind each; a dropped file fills the box for a text.
const lines = [...document.querySelectorAll("[data-line]")];
let at = -1;

function light(next) {
  if (!lines.length) return;
  at = (next + lines.length) % lines.length;
  const name = lines[at].dataset.line;
  lines.forEach((line, n) => line.toggleAttribute("data-lit", n === at));
  document.querySelectorAll("mark[data-of]").forEach((mark) => {
    mark.toggleAttribute("data-lit", mark.dataset.of.split(" ").includes(name));
  });
  document.getElementById(name)?.scrollIntoView({ block: "center" });
  lines[at].querySelector("a").focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (!keysOn(event)) return;
  if (event.key === "j") light(at + 1);
  else if (event.key === "k") light(at < 0 ? -1 : at - 1);
});

const box = document.querySelector(".paste textarea");
if (box) {
  box.addEventListener("dragover", (event) => event.preventDefault());
  box.addEventListener("drop", async (event) => {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    box.value = await file.text();
    box.focus();
  });
}
