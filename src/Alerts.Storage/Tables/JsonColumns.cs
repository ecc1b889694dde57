using System.Text;
using System.Text.Json;
using Alerts.Cases;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>A noun as JSON in a column, and where it is long in further ones: <c>Event</c>, <c>Event1</c>, <c>Event2</c>, …</summary>
internal static class JsonColumns
{
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Wire.Json);

    /// <summary>For rows that are replaced as a whole: a merge would leave the tail of a longer text behind.</summary>
    public static TableEntity WithJson<T>(this TableEntity row, string column, T value)
    {
        var rest = Text(value).AsSpan();
        for (var i = 0; rest.Length > 0; i++)
        {
            var length = Math.Min(rest.Length, EntityLimits.TextCharacters);
            if (length < rest.Length && char.IsHighSurrogate(rest[length - 1]))
            {
                length--;
            }

            row[Name(column, i)] = rest[..length].ToString();
            rest = rest[length..];
        }

        return row;
    }

    public static T Json<T>(this TableEntity row, string column)
    {
        var text = new StringBuilder();
        for (var i = 0; row.GetString(Name(column, i)) is { } part; i++)
        {
            text.Append(part);
        }

        return JsonSerializer.Deserialize<T>(text.ToString(), Wire.Json)!;
    }

    private static string Name(string column, int part) => part == 0 ? column : $"{column}{part}";
}
