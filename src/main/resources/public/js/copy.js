// A link is copied with one press; without script it can be marked and copied by hand.
const link = document.getElementById("link");
const button = document.getElementById("copy");

if (link && button && navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    link.select();
    await navigator.clipboard.writeText(link.value);
    button.textContent = "Copied";
  });
}
