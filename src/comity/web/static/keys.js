"use strict";
// Single keys of the workspace. They can be switched off (WCAG 2.1.4) and never work while something is typed.
const KEYS_OFF = "comity-keys-off";

function typing(target) {
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

function keysOn(event) {
  const modified = event.ctrlKey || event.altKey || event.metaKey;
  return !localStorage.getItem(KEYS_OFF) && !modified && !typing(event.target);
}

document.addEventListener("keydown", (event) => {
  if (!keysOn(event)) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.tagName === "A" || found.tagName === "BUTTON") found.click();
  else found.focus();
});

const choice = document.querySelector("#keys");
if (choice) {
  choice.checked = !localStorage.getItem(KEYS_OFF);
  choice.closest("p").hidden = false;
  choice.addEventListener("change", () => {
    if (choice.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "yes");
  });
}
