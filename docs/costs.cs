// What a month in Azure costs: `dotnet run docs/costs.cs`, or with other numbers `dotnet run docs/costs.cs -- --sources 5000 --memory 0.5`.
// Prices are inputs too: list prices in USD, written down in November 2025 for West Europe and not looked up since. Compare with the price calculator.
using System.Globalization;

var inputs = new Dictionary<string, double>
{
    // The load.
    ["sources"] = 1000,
    ["minutes"] = 15,                 // between two checks of a source
    ["rounds"] = 4,                   // an hour: sweeps that find something due. 4: all sources in step; 60: spread over the quarter
    ["pages"] = 1000,                 // pages and articles a day that are new or changed
    ["changes"] = 20,                 // changes of cases a day
    ["subscribers"] = 10000,
    ["share"] = 1,                    // percent of the subscribers that a change is told to
    ["memory"] = 2,                   // GB of an instance: 0.5, 2 or 4
    ["telemetry"] = 4,                // GB a month
    ["locations"] = 0,                // places that ask /api/health every 15 minutes
    ["private"] = 0,                  // 1: with the private network

    // Measured: storage calls, tests/Alerts.EndToEnd/Storage/*CostTests.cs and `-- reconciling` of the benchmarks.
    ["table-calls-of-sweep"] = 3,
    ["queue-calls-of-sweep"] = 8,
    ["calls-of-message"] = 6.25,      // 1,000 unchanged sources in step: 100 calls in 16 messages
    ["calls-of-change"] = 89,         // with five recipients

    // Assumed, until a month in Azure has told.
    ["calls-of-page"] = 15,
    ["calls-of-recipient"] = 3,
    ["polls"] = 1.2,                  // looks into queues a second: three listeners every 5 s, and as many by Azure's scaling
    ["seconds-of-sweep"] = 1,         // the least that is charged
    ["seconds-of-answer"] = 0.7,      // of a site, with reading it
    ["hosts-at-once"] = 8,            // in one message; there are 16, one for each shard of the sources
    ["messages-at-once"] = 12,        // on one instance: batchSize and newBatchThreshold of host.json

    // Prices, USD.
    ["price-of-GB-second"] = 0.000026,
    ["free-GB-seconds"] = 100000,
    ["price-of-million-runs"] = 0.40,
    ["free-runs"] = 250000,
    ["price-of-10000-table-calls"] = 0.00036,
    ["price-of-10000-queue-calls"] = 0.004,
    ["price-of-10000-blob-writes"] = 0.0675,
    ["price-of-10000-blob-calls"] = 0.0044,
    ["price-of-GB-stored"] = 0.057,   // tables, in three buildings
    ["GB-stored"] = 5,
    ["price-of-GB-telemetry"] = 2.99,
    ["free-GB-telemetry"] = 5,
    ["price-of-rule-5-minutes"] = 1.50,
    ["price-of-rule-15-minutes"] = 0.50,
    ["price-of-web-test"] = 0.0006,
    ["price-of-endpoint-hour"] = 0.01,
};

if (args.Length % 2 != 0 || args.Chunk(2).Any(a => !a[0].StartsWith("--", StringComparison.Ordinal) || !inputs.ContainsKey(a[0][2..]) || !Reads(a[1], out _)))
{
    Console.Error.WriteLine($"Expected --NAME NUMBER, any of: {string.Join(", ", inputs.Keys)}.");
    return 2;
}

foreach (var pair in args.Chunk(2))
{
    Reads(pair[1], out var value);
    inputs[pair[0][2..]] = value;
}

const double Hours = 730;
var sweeps = Hours * 60;
var checks = inputs["sources"] * Hours * 60 / inputs["minutes"];
var rounds = inputs["rounds"] * Hours;
var due = rounds > 0 ? checks / rounds : 0;
var messages = rounds * Math.Min(16, due);
var secondsOfRound = Math.Ceiling(due / 16 / inputs["hosts-at-once"]) * inputs["seconds-of-answer"] * Math.Ceiling(16 / inputs["messages-at-once"]);
var (pages, changes) = (inputs["pages"] * Hours / 24, inputs["changes"] * Hours / 24);
var deliveries = changes * inputs["subscribers"] * inputs["share"] / 100;

// Check and FanOut and Deliver are told by messages; a batch has 25 recipients.
var runs = sweeps + Hours + messages + changes + (deliveries / 25) + changes;
var seconds = (sweeps * inputs["seconds-of-sweep"]) + (rounds * Math.Max(1, secondsOfRound)) + (deliveries / 25) + changes;
var queueCalls = (inputs["polls"] * Hours * 3600) + (sweeps * inputs["queue-calls-of-sweep"]) + (3 * (messages + changes + (deliveries / 25)));
var tableCalls = (sweeps * inputs["table-calls-of-sweep"]) + (messages * inputs["calls-of-message"]) + (pages * inputs["calls-of-page"])
    + (changes * inputs["calls-of-change"]) + (deliveries * inputs["calls-of-recipient"]);
var (blobWrites, blobCalls) = (pages + sweeps, Hours * 3600 / 12 * 3);   // snapshots and the timer's status; leases of the host and of two timers

Line[] variable =
[
    new("runs of functions", $"{runs:N0} runs, {seconds * inputs["memory"]:N0} GB-seconds",
        (Math.Max(0, runs - inputs["free-runs"]) / 1e6 * inputs["price-of-million-runs"])
        + (Math.Max(0, (seconds * inputs["memory"]) - inputs["free-GB-seconds"]) * inputs["price-of-GB-second"])),
    new("table calls", $"{tableCalls:N0}", tableCalls / 1e4 * inputs["price-of-10000-table-calls"]),
    new("queue calls", $"{queueCalls:N0}", queueCalls / 1e4 * inputs["price-of-10000-queue-calls"]),
    new("blob writes, calls", $"{blobWrites:N0}, {blobCalls:N0}", (blobWrites / 1e4 * inputs["price-of-10000-blob-writes"]) + (blobCalls / 1e4 * inputs["price-of-10000-blob-calls"])),
];
Line[] fixedCosts =
[
    new("data stored", $"{inputs["GB-stored"]:N0} GB", inputs["GB-stored"] * inputs["price-of-GB-stored"]),
    new("telemetry", $"{inputs["telemetry"]:N0} GB", Math.Max(0, inputs["telemetry"] - inputs["free-GB-telemetry"]) * inputs["price-of-GB-telemetry"]),
    new("alert rules", "4 every 5 minutes, 3 every 15", (4 * inputs["price-of-rule-5-minutes"]) + (3 * inputs["price-of-rule-15-minutes"])),
    new("availability test", $"{inputs["locations"]:N0} places", inputs["locations"] * Hours * 4 * inputs["price-of-web-test"]),
    new("private network", inputs["private"] > 0 ? "4 endpoints, 4 zones" : "none", inputs["private"] > 0 ? (4 * Hours * inputs["price-of-endpoint-hour"]) + 2 : 0),
];

Console.WriteLine($"{checks:N0} checks, {changes:N0} changes and {deliveries:N0} deliveries a month (a mail service's price for them is its own)");
Print("storage calls and executions", variable);
Print("beside them", fixedCosts);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"in all",-22}{"",-36}{variable.Concat(fixedCosts).Sum(l => l.Dollars),8:F2} USD"));
return 0;

static bool Reads(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value >= 0;

static void Print(string title, Line[] lines)
{
    foreach (var line in lines)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {line.What,-20}{line.HowMuch,-36}{line.Dollars,8:F2} USD"));
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title,-58}{lines.Sum(l => l.Dollars),8:F2} USD"));
}

internal sealed record Line(string What, string HowMuch, double Dollars);
