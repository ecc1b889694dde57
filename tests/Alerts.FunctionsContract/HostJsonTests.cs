using System.Text.Json;
using Alerts.Jobs;

namespace Alerts.FunctionsContract;

public class HostJsonTests
{
    private static readonly JsonElement Host = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
    private static readonly JsonElement Queues = Host.GetProperty("extensions").GetProperty("queues");

    [Fact]
    public void The_host_reads_it_and_exports_by_OpenTelemetry() => Assert.Equal(
        ("2.0", "OpenTelemetry"),
        (Host.GetProperty("version").GetString(), Host.GetProperty("telemetryMode").GetString()));

    [Fact]
    public void A_job_is_stopped_before_a_sweep_takes_its_work_for_abandoned() => Assert.InRange(
        Duration(Host, "functionTimeout"), TimeSpan.FromMinutes(1), Sweep.Lease - TimeSpan.FromMinutes(1));

    [Fact]
    public void A_failed_message_waits_and_is_given_up_after_five_tries()
    {
        Assert.InRange(Duration(Queues, "visibilityTimeout"), TimeSpan.FromSeconds(30), Sweep.Lease);
        Assert.Equal(5, Queues.GetProperty("maxDequeueCount").GetInt32());
    }

    [Fact]
    public void Messages_are_read_as_they_are_written() => Assert.Equal("base64", Queues.GetProperty("messageEncoding").GetString());

    [Fact]
    public void Paths_are_the_web_apps_own() => Assert.Equal(
        "", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    private static TimeSpan Duration(JsonElement section, string name) => TimeSpan.Parse(section.GetProperty(name).GetString()!);
}
