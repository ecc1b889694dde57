// Preloaded before Azurite. The program that started it holds the other end of standard input:
// however that program ends, the pipe closes and Azurite saves its data and stops.
process.stdin.on("end", () => process.emit("SIGTERM") || process.exit()).resume();

// Nobody listens by then; that alone shall not cut the saving short.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

// Ctrl+C reaches everything in a terminal, but the program still needs its storage to finish what it is at.
process.on("SIGINT", () => {});
process.on("newListener", (signal, listener) => signal === "SIGINT" && setImmediate(() => process.off(signal, listener)));
