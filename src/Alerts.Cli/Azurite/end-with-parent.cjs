// Preloaded before Azurite. The program that started it holds the other end of standard input:
// however that program ends, the pipe closes and Azurite saves its data and stops.
process.stdin.on("end", () => process.emit("SIGTERM") || process.exit()).resume();

// A connection that was opened and never used is not idle to Node, and would keep Azurite from stopping until it is killed.
const { Server } = require("node:http");
const close = Server.prototype.close;
Server.prototype.close = function (...args) {
  const closed = close.apply(this, args);
  this.closeAllConnections();
  return closed;
};

// Nobody listens by then; that alone shall not cut the saving short.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

// Ctrl+C reaches everything in a terminal, but the program still needs its storage to finish what it is at.
process.on("SIGINT", () => {});
process.on("newListener", (signal, listener) => signal === "SIGINT" && setImmediate(() => process.off(signal, listener)));
