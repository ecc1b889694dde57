using System.CommandLine;
using Alerts.Cases;
using Alerts.Cli.Local;
using Alerts.Import;
using Alerts.Read;
using Alerts.Watch;

namespace Alerts.Cli.Commands.Check;

/// <summary>A document named on the command line, a file or an address.</summary>
internal sealed class DocumentInput(ReadingServices reading)
{
    /// <summary>As much as is fetched from an address by default and then some: a file larger than this is no article.</summary>
    private const long LargestFile = 50 * 1024 * 1024;

    public static Option<string[]> AllowHostOption() => new("--allow-host")
    {
        Description = "A host that may be reached although its address is not public (may be given several times)",
        HelpName = "HOST[:PORT]",
        DefaultValueFactory = _ => [],
    };

    /// <exception cref="BadInputException">There is no such file or address.</exception>
    /// <exception cref="FailedException">The address gave nothing to read.</exception>
    public async Task<Fetched> FetchAsync(string document, CancellationToken cancellation)
    {
        if (!document.Contains("://", StringComparison.Ordinal))
        {
            return await OpenAsync(document, cancellation);
        }

        return Forms.Url.TryRead(document, out var url)
            ? await FetchAsync(url, cancellation)
            : throw new BadInputException(Forms.Url.Complaint(document));
    }

    public async Task<Fetched> FetchAsync(Uri url, CancellationToken cancellation) =>
        Readable(await reading.Fetcher.FetchAsync(url, Validators.None, cancellation));

    /// <exception cref="FailedException">The document holds no article that can be read.</exception>
    public Article Read(Fetched fetched, DateOnly? published) => Opened(reading.Articles.Read(fetched, sourceId: null, published));

    /// <exception cref="FailedException">The document holds no article that can be read.</exception>
    public static Article Opened(Reading read) => read.Article ?? throw new FailedException($"{Word.Of(read.Problem)}: {read.Explanation}");

    private static async Task<Fetched> OpenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > LargestFile)
            {
                throw new BadInputException($"{path} is larger than {LargestFile / 1024 / 1024} MiB; that is no article.");
            }

            var body = await File.ReadAllBytesAsync(path, cancellation);
            return Readable(LocalFile.AsFetched(file.FullName, body, TimeProvider.System.GetUtcNow()));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{path} cannot be read: {unreadable.Message}");
        }
    }

    private static Fetched Readable(Fetched fetched) => fetched.Succeeded ? fetched : throw new FailedException(Problem(fetched));

    private static string Problem(Fetched fetched)
    {
        var problem = $"{Word.Of(fetched.Outcome)}: {fetched.Problem}";
        return fetched.Outcome == FetchOutcome.RefusedAddress && !problem.Contains(LocalConfiguration.AllowedHostsSetting, StringComparison.Ordinal)
            ? $"{problem}\nA host of your own can be allowed with --allow-host HOST[:PORT], or for good with the setting {LocalConfiguration.AllowedHostsSetting}."
            : problem;
    }
}
