using Alerts.Cases;
using Alerts.Reconcile;
using Alerts.Reconcile.Deadlines;
using Alerts.Telemetry;
using Microsoft.Extensions.Logging;

namespace Alerts.Jobs;

/// <summary>Counters of one run.</summary>
/// <param name="Cases">Cases looked at.</param>
/// <param name="Due">Reminders due, those sent before among them.</param>
/// <param name="Sent">Reminders made and announced.</param>
public readonly record struct RemindReport(int Cases, int Due, int Sent);

/// <summary>
/// Looks through all cases for dates that are near, there or past. The order of writes is that of a change: the marker, the reminder with the
/// case, the fan-out, the marker again; so one that was cut off is announced by the sweep, and one that is stored is never made again.
/// </summary>
public sealed partial class Remind(
    ICaseStore cases,
    IPendingStore pending,
    Announcer announcer,
    CaseCalendar calendar,
    AlertsMetrics metrics,
    ILogger<Remind> logger)
{
    /// <summary>Others write a case too; what does not succeed so often is left to the next run.</summary>
    private const int Tries = 5;

    public async Task<RemindReport> RunAsync(CancellationToken cancellation)
    {
        using var activity = AlertsTelemetry.Start("remind");
        var report = default(RemindReport);
        await foreach (var listed in cases.ListAsync(cancellation))
        {
            var due = calendar.IsDay(listed.Case) ? calendar.Due(listed.Case, listed.State) : [];
            var sent = due.Count == 0 ? 0 : await RunAsync(listed.Case.Id, due, cancellation);
            report = new RemindReport(report.Cases + 1, report.Due + due.Count, report.Sent + sent);
        }

        Log.Reminded(logger, report.Cases, report.Due, report.Sent);
        return report;
    }

    /// <summary>One case that cannot be saved must not keep the others from their reminders.</summary>
    private async Task<int> RunAsync(string caseId, IReadOnlyList<DueReminder> due, CancellationToken cancellation)
    {
        try
        {
            return await IsAllToldAsync(caseId, due, cancellation) ? 0 : await RemindAsync(caseId, cancellation);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            Log.Broke(logger, e, new CaseMention(caseId));
            return 0;
        }
    }

    /// <returns>How many reminders were made.</returns>
    private async Task<int> RemindAsync(string caseId, CancellationToken cancellation)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            // The list may lag behind: what is told follows from the case as it stands, and is saved only if it still does.
            if (await cases.FindAsync(caseId, cancellation) is not { } file)
            {
                return 0;
            }

            var reminders = await UntoldAsync(file, cancellation);
            foreach (var reminder in reminders)
            {
                await pending.MarkAsync(new PendingMarker(reminder.CaseId, reminder.Id, reminder.At), cancellation);
            }

            if (reminders.Count == 0 || await cases.TrySaveAsync(file, reminders, cancellation))
            {
                foreach (var reminder in reminders)
                {
                    metrics.Reminded(reminder.Kind);
                    await announcer.AnnounceAsync(file.Case, reminder, cancellation);
                }

                return reminders.Count;
            }
        }

        Log.Busy(logger, new CaseMention(caseId));
        return 0;
    }

    private async Task<IReadOnlyList<CaseReminder>> UntoldAsync(CaseFile file, CancellationToken cancellation)
    {
        var untold = new List<CaseReminder>();
        foreach (var due in calendar.Due(file.Case, file.State))
        {
            if (await cases.FindNewsAsync(file.Case.Id, due.IdFor(file.Case.Id), cancellation) is null)
            {
                untold.Add(calendar.Reminder(file, due));
            }
        }

        return untold;
    }

    private async Task<bool> IsAllToldAsync(string caseId, IReadOnlyList<DueReminder> due, CancellationToken cancellation)
    {
        foreach (var reminder in due)
        {
            if (await cases.FindNewsAsync(caseId, reminder.IdFor(caseId), cancellation) is null)
            {
                return false;
            }
        }

        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Remind: {Cases} cases, {Due} reminders due, {Sent} of them new")]
        public static partial void Reminded(ILogger logger, int cases, int due, int sent);

        [LoggerMessage(LogLevel.Error, "The reminders of case {CaseId} broke off; they come again with the next run")]
        public static partial void Broke(ILogger logger, Exception exception, CaseMention caseId);

        [LoggerMessage(LogLevel.Warning, "Case {CaseId} was being changed by others on every try; its reminders wait for the next run")]
        public static partial void Busy(ILogger logger, CaseMention caseId);
    }
}
