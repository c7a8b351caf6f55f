// Another service of the same host may have renewed the token since this page came: the cookie has the newest.
const form = document.getElementById("sign-out");
form.addEventListener("submit", () => {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("XSRF-TOKEN="));
  if (cookie !== undefined) {
    form.elements._csrf.value = cookie.slice("XSRF-TOKEN=".length);
  }
});
