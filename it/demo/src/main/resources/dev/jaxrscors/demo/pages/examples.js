// What to try first. Each fills the form; what it leaves out is empty.

const key = "X-Api-Key: demo-key";
const json = "Content-Type: application/json";

export const examples = [
  { name: "Read orders", method: "GET", path: "/orders" },
  { name: "One order, its ETag", method: "GET", path: "/orders/1" },
  {
    name: "Change an order",
    method: "PUT",
    path: "/orders/1",
    headers: `${json}\n${key}`,
    body: '{"item": "cocoa", "quantity": 3}',
  },
  {
    name: "A header too many",
    method: "PUT",
    path: "/orders/1",
    headers: `${json}\n${key}\nX-Trace: 7`,
    body: '{"item": "cocoa", "quantity": 3}',
  },
  { name: "A method too many", method: "PATCH", path: "/prices" },
  { name: "Delete an order", method: "DELETE", path: "/orders/1" },
  { name: "Public catalogue", method: "GET", path: "/catalogue" },
  { name: "Public, but with cookies", method: "GET", path: "/catalogue", credentials: true },
  { name: "A bearer token", method: "GET", path: "/account", headers: "Authorization: Bearer demo-token" },
  { name: "Log in by cookie", method: "POST", path: "/session", credentials: true },
  { name: "Who am I?", method: "GET", path: "/session", credentials: true },
  {
    name: "Post a form",
    method: "POST",
    path: "/transfers",
    headers: "Content-Type: application/x-www-form-urlencoded",
    body: "cents=500",
  },
  { name: "An error", method: "GET", path: "/errors/500" },
  { name: "Redirect to catalogue", method: "GET", path: "/moved/catalogue" },
  { name: "Redirect to orders", method: "GET", path: "/moved/orders" },
  { name: "A stream of events", method: "GET", path: "/ticks" },
];

export const paths = [...new Set(examples.map((example) => example.path))].concat(
  "/shops/1/review",
  "/downloads",
  "/fonts/demo.woff2",
  "/pictures/demo.png",
  "/errors/400",
  "/errors/401",
  "/errors/404",
  "/errors/415",
  "/errors/crash",
);
