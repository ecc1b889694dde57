using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerts.Cases;

/// <summary>
/// A date as precise as its source and no more: <c>2016</c>, <c>2016-11</c> or <c>2016-11-03</c> (reduced precision of ISO 8601).
/// It stands for the range of days from <see cref="Earliest"/> to <see cref="Latest"/>.
/// </summary>
[JsonConverter(typeof(PartialDateJson))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    public DateOnly Latest => Day is not null ? Earliest
        : Month is not null ? Earliest.AddMonths(1).AddDays(-1)
        : new DateOnly(Year, 12, 31);

    /// <summary>Days in the range: fewer is sharper.</summary>
    public int Span => Latest.DayNumber - Earliest.DayNumber + 1;

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <returns>null where no such day exists ("31 February") or the year is outside 1..9998.</returns>
    public static PartialDate? TryOf(int year, int? month = null, int? day = null)
    {
        var real = year is >= 1 and <= 9998
            && (month is null ? day is null : month is >= 1 and <= 12)
            && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month!.Value)));
        return real ? new PartialDate(year, month, day) : null;
    }

    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = text?.Split('-') ?? [];
        if (parts.Length is 0 or > 3 || parts[0].Length != 4 || parts.Skip(1).Any(p => p.Length != 2))
        {
            return false;
        }

        var numbers = new int?[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            numbers[i] = number;
        }

        var found = TryOf(numbers[0]!.Value, numbers[1], numbers[2]);
        date = found ?? default;
        return found is not null;
    }

    /// <exception cref="FormatException">The text is no date of this form.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new FormatException($"\"{text}\" is not a date such as 2016, 2016-11 or 2016-11-03");

    /// <summary>Can both be the same day?</summary>
    public bool Overlaps(PartialDate other) => Overlaps(other, slackDays: 0);

    public bool Overlaps(PartialDate other, int slackDays) =>
        Earliest.DayNumber - slackDays <= other.Latest.DayNumber && other.Earliest.DayNumber - slackDays <= Latest.DayNumber;

    public int CompareTo(PartialDate other) =>
        Earliest.CompareTo(other.Earliest) is var byStart && byStart != 0 ? byStart : Latest.CompareTo(other.Latest);

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
    };
}

internal sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("expected a date such as 2016-11");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
