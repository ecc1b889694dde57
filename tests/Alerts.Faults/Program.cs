using System.Globalization;
using System.Text.Json;
using Alerts.Faults;

// The program that is killed. A line of settings begins a story, a time lets it run all jobs as of then; it answers when that is done.
StoryHost? host = null;
while (await Console.In.ReadLineAsync() is { } line)
{
    if (line.StartsWith('{'))
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        host = await StoryHost.StartAsync(JsonSerializer.Deserialize<StoryHostSettings>(line)!);
    }
    else
    {
        await host!.RunAsync(DateTimeOffset.Parse(line, CultureInfo.InvariantCulture));
    }

    Console.WriteLine("done");
}
