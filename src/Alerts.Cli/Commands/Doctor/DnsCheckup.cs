using System.Net;
using DnsClient;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Alerts.Cli.Commands.Doctor;

/// <summary>What the sender's domain says of its mails in the DNS: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489).</summary>
internal sealed class DnsCheckup(MailboxAddress sender, IPEndPoint? server)
{
    private const string Check = "dns";

    /// <summary>Those that SendGrid signs with, for domains that it has authenticated.</summary>
    private static readonly string[] Selectors = ["s1", "s2"];

    private readonly LookupClient dns = new(Options(server));

    /// <returns>null where mails do not leave by SendGrid.</returns>
    public static Checkup? Of(IConfiguration settings, IPEndPoint? server) =>
        !string.IsNullOrWhiteSpace(settings["Email:ApiKey"]) && MailboxAddress.TryParse(settings["Email:From"], out var sender) && sender.Domain.Contains('.', StringComparison.Ordinal)
            ? new Checkup(Check, cancellation => new DnsCheckup(sender, server).LookAsync(cancellation))
            : null;

    private static LookupClientOptions Options(IPEndPoint? server)
    {
        var options = server is null ? new LookupClientOptions() : new LookupClientOptions(server);
        options.Timeout = TimeSpan.FromSeconds(3);
        options.Retries = 1;
        return options;
    }

    private async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellation)
    {
        try
        {
            return [await SpfAsync(cancellation), .. await DkimAsync(cancellation), await DmarcAsync(cancellation)];
        }
        catch (DnsResponseException)
        {
            return [new Finding(Check, Verdict.Warning, $"no name server answers for {sender.Domain}", "Try again, or name one with --dns ADDRESS.")];
        }
    }

    private async Task<Finding> SpfAsync(CancellationToken cancellation) => await TextsAsync(sender.Domain, "v=spf1", cancellation) switch
    {
        [] => new Finding(Check, Verdict.Warning, $"{sender.Domain} has no SPF record", "Add a TXT record to it: v=spf1 include:sendgrid.net ~all"),
        [var one] => new Finding(Check, Verdict.Ok, $"SPF: {one}"),
        _ => new Finding(Check, Verdict.Problem, $"{sender.Domain} has several SPF records, which counts as none", "Join them to one."),
    };

    private async Task<IReadOnlyList<Finding>> DkimAsync(CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var name in Selectors.Select(s => $"{s}._domainkey.{sender.Domain}"))
        {
            if ((await dns.QueryAsync(name, QueryType.TXT, cancellationToken: cancellation)).Answers.TxtRecords().All(r => !string.Concat(r.Text).Contains("p=", StringComparison.Ordinal)))
            {
                missing.Add(name);
            }
        }

        return missing.Count == 0
            ? [new Finding(Check, Verdict.Ok, $"DKIM: {string.Join(" and ", Selectors)} are there")]
            : [.. missing.Select(name => new Finding(
                Check, Verdict.Problem, $"{name} leads to no DKIM key", "Add the CNAME records that SendGrid shows under Settings, Sender Authentication."))];
    }

    /// <summary>The nearest domain above that has one speaks for it.</summary>
    private async Task<Finding> DmarcAsync(CancellationToken cancellation)
    {
        for (var domain = sender.Domain; domain.Contains('.', StringComparison.Ordinal); domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (await TextsAsync($"_dmarc.{domain}", "v=DMARC1", cancellation) is [var record, ..])
            {
                return new Finding(Check, Verdict.Ok, $"DMARC: {record}");
            }
        }

        return new Finding(
            Check, Verdict.Warning, $"{sender.Domain} has no DMARC record",
            $"Add a TXT record to _dmarc.{sender.Domain}: v=DMARC1; p=none; rua=mailto:POSTMASTER. Large receivers ask for it.");
    }

    private async Task<IReadOnlyList<string>> TextsAsync(string name, string begin, CancellationToken cancellation) =>
    [
        .. (await dns.QueryAsync(name, QueryType.TXT, cancellationToken: cancellation)).Answers.TxtRecords()
            .Select(r => string.Concat(r.Text))
            .Where(text => text.StartsWith(begin, StringComparison.OrdinalIgnoreCase)),
    ];
}
