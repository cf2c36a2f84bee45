// is-vegan behind Node's own HTTP server, nothing else between: {"ingredients": […]} in, the ones that
// are not vegan out. Prints its port.
import http from "node:http";
import isVegan from "is-vegan";

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const { ingredients } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const found = isVegan.checkIngredients(ingredients);
    const body = JSON.stringify({ isVegan: found.nonvegan.length === 0, ...found });
    response.writeHead(200, {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(body),
    });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => console.log(`port ${server.address().port}`));
