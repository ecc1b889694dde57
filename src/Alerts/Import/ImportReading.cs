using System.Globalization;

namespace Alerts.Import;

/// <summary>A place in a file; both count from 1.</summary>
public readonly record struct Place(int Line, int Column);

/// <summary>What is wrong, where, and what was expected.</summary>
public sealed record ImportError(string File, Place Place, string Message)
{
    /// <summary>The form that editors and terminals know how to open: <c>file:line:column: message</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Place.Line}:{Place.Column}: {Message}");
}

/// <summary>A subscription's mention of a case or a source.</summary>
/// <param name="What"><c>case</c> or <c>source</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where it is mentioned.</param>
public sealed record Reference(string What, string Id, Place Place);

/// <summary>An import file as it was read: whole and valid, or every error in it.</summary>
public sealed record ImportReading
{
    public required string FileName { get; init; }

    /// <summary>null when there are errors.</summary>
    public ImportFile? File { get; init; }

    public required IReadOnlyList<ImportError> Errors { get; init; }

    /// <summary>Ids of the cases that the file defines.</summary>
    public IReadOnlyList<string> Defined { get; init; } = [];

    /// <summary>Ids of the sources that the file defines.</summary>
    public IReadOnlyList<string> DefinedSources { get; init; } = [];

    /// <summary>Cases and sources that must be stored already for the file to be valid.</summary>
    public IReadOnlyList<Reference> Elsewhere { get; init; } = [];

    /// <summary>Holds the mentions of what is defined elsewhere against the ids of the cases and sources that are stored.</summary>
    public ImportReading Against(IReadOnlyCollection<string> cases, IReadOnlyCollection<string> sources)
    {
        var unknown = Elsewhere
            .Select(r => (Mention: r, Stored: r.What == "case" ? cases : sources, Here: r.What == "case" ? Defined : DefinedSources))
            .Where(r => !r.Stored.Contains(r.Mention.Id))
            .Select(r => new ImportError(
                FileName,
                r.Mention.Place,
                $"there is no {r.Mention.What} \"{r.Mention.Id}\", neither in this file nor stored{Spelling.Hint(r.Mention.Id, [.. r.Here, .. r.Stored])}"));
        var errors = Errors.Concat(unknown).OrderBy(e => e.Place.Line).ThenBy(e => e.Place.Column).ToList();
        return this with { Errors = errors, File = errors.Count == 0 ? File : null, Elsewhere = [] };
    }
}
