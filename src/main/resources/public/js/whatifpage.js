// The what-if under a plain text field.
import { mount } from "/static/js/whatif.js";

const box = document.getElementById("what-if");
const text = document.getElementById("yaml");
if (box) mount(box, { kind: box.dataset.kind, name: box.dataset.name, yaml: () => text.value });
