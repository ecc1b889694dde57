using System.CommandLine;
using System.CommandLine.Parsing;
using Alerts.Import;

namespace Alerts.Cli.Commands;

/// <summary>The forms of values as options and arguments, so that the command line and import files take the same.</summary>
internal static class FormOptions
{
    public static Argument<T> ToArgument<T>(this Form<T> form, string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Read(form, name, result.Tokens[0].Value, result),
    };

    public static Option<T?> ToOption<T>(this Form<T> form, string name, string value, string description) where T : class => new(name)
    {
        Description = description,
        HelpName = value,
        CustomParser = result => Read(form, name, result.Tokens[0].Value, result),
    };

    public static Option<T?> ToValueOption<T>(this Form<T> form, string name, string value, string description) where T : struct => new(name)
    {
        Description = description,
        HelpName = value,
        CustomParser = result => Read(form, name, result.Tokens[0].Value, result),
    };

    /// <summary>May be given several times.</summary>
    public static Option<IReadOnlyList<T>> ToRepeatable<T>(this Form<T> form, string name, string value, string description) => new(name)
    {
        Description = $"{description} (may be given several times)",
        HelpName = value,
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(token => Read(form, name, token.Value, result)).OfType<T>()],
    };

    private static T? Read<T>(Form<T> form, string name, string text, ArgumentResult result)
    {
        if (form.TryRead(text, out var value))
        {
            return value;
        }

        result.AddError($"{name}: {form.Complaint(text)}");
        return default;
    }
}
