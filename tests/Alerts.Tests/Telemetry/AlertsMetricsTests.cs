using System.Diagnostics.Metrics;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Reconcile;
using Alerts.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Alerts.Tests.Telemetry;

public sealed class AlertsMetricsTests : IDisposable
{
    private readonly ServiceProvider services = NewHost();

    [Fact]
    public void Two_hosts_of_a_process_do_not_mix()
    {
        using var other = NewHost();
        var (own, others) = (Collect<long>(services, "alerts.checks"), Collect<long>(other, "alerts.checks"));

        services.GetRequiredService<AlertsMetrics>().Checked("changed");

        Assert.Equal("changed", Assert.Single(own.GetMeasurementSnapshot()).Tags["outcome"]);
        Assert.Empty(others.GetMeasurementSnapshot());
    }

    [Fact]
    public void Events_are_counted_by_what_became_of_them()
    {
        var events = Collect<long>(services, "alerts.events");

        services.GetRequiredService<AlertsMetrics>().Entered(CaseEventType.Released, new ReconcileReport { Told = 1, Pending = 2, Known = 3 });

        Assert.Equal(
            [("released", "accepted", 1L), ("released", "waiting", 2), ("released", "known", 3)],
            events.GetMeasurementSnapshot().Select(m => ($"{m.Tags["type"]}", $"{m.Tags["decision"]}", m.Value)));
    }

    [Fact]
    public void The_latency_of_a_delivery_has_bounds_from_a_second_to_a_week()
    {
        IReadOnlyList<double>? bounds = null;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) => bounds = instrument is Histogram<double> { Name: "alerts.delivery_latency", Unit: "s" } latency
            && ReferenceEquals(instrument.Meter.Scope, services.GetRequiredService<IMeterFactory>()) ? latency.Advice!.HistogramBucketBoundaries : bounds;
        listener.Start();
        var latencies = Collect<double>(services, "alerts.delivery_latency");

        services.GetRequiredService<AlertsMetrics>().HandedOver(ChannelKind.Email, TimeSpan.FromMinutes(2));

        Assert.Equal((1, TimeSpan.FromDays(7).TotalSeconds), (bounds![0], bounds[^1]));
        Assert.Equal(bounds.Order().Distinct(), bounds);
        Assert.Equal(("email", 120), (latencies.LastMeasurement!.Tags["channel"], latencies.LastMeasurement.Value));
    }

    public void Dispose() => services.Dispose();

    private static ServiceProvider NewHost() => new ServiceCollection().AddMetrics().AddSingleton<AlertsMetrics>().BuildServiceProvider();

    private static MetricCollector<T> Collect<T>(ServiceProvider host, string instrument) where T : struct =>
        new(host.GetRequiredService<IMeterFactory>(), AlertsTelemetry.Name, instrument);
}
