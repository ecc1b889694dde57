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

/// <summary>A subscription's mention of a case that the file itself does not define.</summary>
public sealed record CaseReference(string CaseId, Place Place);

/// <summary>An import file as it was read: whole and valid, or every error in it.</summary>
public sealed record ImportReading
{
    public required string FileName { get; init; }

    /// <summary>null when there are errors.</summary>
    public ImportFile? File { get; init; }

    public required IReadOnlyList<ImportError> Errors { get; init; }

    /// <summary>Ids of the cases that the file defines.</summary>
    public IReadOnlyList<string> Defined { get; init; } = [];

    /// <summary>Cases that must be stored already for the file to be valid.</summary>
    public IReadOnlyList<CaseReference> Elsewhere { get; init; } = [];

    /// <summary>Holds the mentions of cases defined elsewhere against those that are stored.</summary>
    public ImportReading Against(IReadOnlyCollection<string> stored)
    {
        var unknown = Elsewhere.Where(r => !stored.Contains(r.CaseId)).Select(r => new ImportError(
            FileName,
            r.Place,
            $"there is no case \"{r.CaseId}\", neither in this file nor stored{Spelling.Hint(r.CaseId, [.. Defined, .. stored])}"));
        var errors = Errors.Concat(unknown).OrderBy(e => e.Place.Line).ThenBy(e => e.Place.Column).ToList();
        return this with { Errors = errors, File = errors.Count == 0 ? File : null, Elsewhere = [] };
    }
}
