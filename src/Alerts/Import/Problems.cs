namespace Alerts.Import;

/// <summary>The errors found so far.</summary>
internal sealed class Problems(string fileName)
{
    /// <summary>Nobody reads more of them, and a long file may be wrong in every line.</summary>
    private const int Most = 1000;

    private readonly List<ImportError> errors = [];

    public IReadOnlyList<ImportError> All => [.. errors.Order(ImportError.ByPlace)];

    /// <summary>How many there are beyond those.</summary>
    public int More { get; private set; }

    public bool Any => errors.Count > 0;

    public void Add(Place place, string message)
    {
        if (errors.Count < Most)
        {
            errors.Add(new ImportError(place.File ?? fileName, place, message));
        }
        else
        {
            More++;
        }
    }
}
