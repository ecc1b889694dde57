using Alerts.Cases;

namespace Alerts.Extract.Evaluation;

/// <summary>Counts over scored rows and the rates that come of them, 0..1.</summary>
public sealed record Tally
{
    public int Right { get; private init; }

    public int Wrong { get; private init; }

    public int Missed { get; private init; }

    public int Traps { get; private init; }

    public int Sprung { get; private init; }

    /// <summary>Matched events whose row has a date, and those of them with an agreeing one.</summary>
    public (int Right, int Of) Dates { get; private init; }

    /// <summary>Matched events whose row has a term, and those of them with the same.</summary>
    public (int Right, int Of) Terms { get; private init; }

    public double Precision => Rate(Right, Right + Wrong);

    public double Recall => Rate(Right, Right + Missed);

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public double TrapRate => Traps > 0 ? (double)Sprung / Traps : 0;

    public double DateRate => Rate(Dates.Right, Dates.Of);

    public double TermRate => Rate(Terms.Right, Terms.Of);

    public static Tally Of(IEnumerable<RowScore> scores, CaseEventType? type = null)
    {
        var all = scores.ToList();
        var word = type is { } t ? Word.Of(t) : null;
        var predictions = all.SelectMany(s => s.Predictions).Where(p => type is null || p.Event.Type == type).ToList();
        var right = predictions.Where(p => p.Verdict == Verdict.Right).ToList();
        var dated = right.Where(p => p.Expected!.Date is not null).ToList();
        var termed = right.Where(p => p.Expected!.Term is not null && Term.TryParse(p.Expected.Term, out _)).ToList();
        return new Tally
        {
            Right = right.Count,
            Wrong = predictions.Count(p => p.Verdict == Verdict.Wrong),
            Missed = all.Sum(s => s.Missed.Count(m => word is null || m.Row.Type == word)),
            Traps = all.Sum(s => s.Row.Traps.Count(x => word is null || x.Type == word)),
            Sprung = predictions.Where(p => p.Trap is not null).Select(p => p.Trap).Distinct().Count(),
            Dates = (dated.Count(p => p.Event.Date is { } date && Scoring.Agree(date.ToString(), p.Expected!.Date!)), dated.Count),
            Terms = (termed.Count(p => SameTerm(p.Event.Term, p.Expected!.Term)), termed.Count),
        };
    }

    public static IEnumerable<(string Name, Tally Tally)> ByLanguage(IEnumerable<RowScore> scores) =>
        scores.GroupBy(s => s.Row.Language).Select(language => (language.Key, Of(language)));

    /// <summary>The types that were found or missed.</summary>
    public static IEnumerable<(string Name, Tally Tally)> ByType(IReadOnlyList<RowScore> scores) =>
        Enum.GetValues<CaseEventType>().Select(type => (Name: Word.Of(type), Tally: Of(scores, type))).Where(t => t.Tally.Right + t.Tally.Wrong + t.Tally.Missed > 0);

    private static bool SameTerm(string? one, string? other) =>
        Term.TryParse(one, out var a) && Term.TryParse(other, out var b) && (a.Years * 12) + a.Months == (b.Years * 12) + b.Months && a.Days == b.Days;

    private static double Rate(int part, int whole) => whole > 0 ? (double)part / whole : 1;
}
