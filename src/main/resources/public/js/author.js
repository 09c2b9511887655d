// Who publishes is typed once a browser.
const KEY = "mockloop-author";
const field = document.getElementById("author");

if (field) {
  field.value ||= localStorage.getItem(KEY) ?? "";
  field.form.addEventListener("submit", () => localStorage.setItem(KEY, field.value.trim()));
}
