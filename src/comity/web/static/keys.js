"use strict";
// Single keys of the workspace. They can be switched off (WCAG 2.1.4) and never work while something is typed.
const KEYS_OFF = "comity-keys-off";

function typing(target) {
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

document.addEventListener("keydown", (event) => {
  if (localStorage.getItem(KEYS_OFF) || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.tagName === "A" || found.tagName === "BUTTON") found.click();
  else found.focus();
});
