using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Alerts.Configuration;
using Alerts.Http;
using Alerts.Notify;
using Alerts.Notify.Email;
using Alerts.Reconcile;
using Alerts.Reconcile.Deadlines;
using Alerts.Watch;

namespace Alerts.Tests.Configuration;

/// <summary>The list tells what the options classes read.</summary>
public class SettingListTests
{
    public static TheoryData<string, object> Sections => new()
    {
        { "Email", new EmailOptions() },
        { "Notify", new NotifyOptions() },
        { "OutsideHttp", new OutsideHttpOptions() },
        { "Fetch", new FetchOptions() },
        { "Reconcile", new ReconcileOptions() },
        { "Remind", new RemindOptions() },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_option_is_listed_and_nothing_else(string section, object options) => Assert.Equal(
        Properties(options).Select(p => $"{section}:{p.Name}").Order(),
        SettingList.All.Select(s => s.Name).Where(n => n.StartsWith($"{section}:", StringComparison.Ordinal)).Order());

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_default_told_is_the_default_that_holds(string section, object options) => Assert.All(
        Properties(options).Where(p => p.CanWrite),
        property => Assert.Equal(
            property.GetValue(options),
            SettingList.All.Single(s => s.Name == $"{section}:{property.Name}").Default is { } text ? Converted(text, property.PropertyType) : null));

    [Fact]
    public void A_default_is_a_value_that_would_be_taken() =>
        Assert.All(SettingList.All.Where(s => s.Default is not null), setting => Assert.True(setting.Expected.Holds(setting.Default!), setting.Name));

    private static IEnumerable<PropertyInfo> Properties(object options) => options.GetType()
        .GetProperties()
        .Where(p => p.CanWrite || (p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(IList<>)));

    private static object? Converted(string text, Type type) => TypeDescriptor.GetConverter(type).ConvertFrom(null, CultureInfo.InvariantCulture, text);
}
