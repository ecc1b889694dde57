using Alerts.Configuration;

namespace Alerts.Tests.Configuration;

/// <summary>What is missing, contradictory or not known, and how it is told.</summary>
public class SettingCheckTests
{
    [Fact]
    public void On_one_machine_nothing_has_to_be_set() => Assert.Empty(Given.OnOneMachineWith());

    [Fact]
    public void What_Azure_needs_is_enough() => Assert.Empty(Given.InAzureWith());

    [Theory]
    [InlineData("AlertsStorage:accountName")]
    [InlineData("Protection:Key")]
    [InlineData("SweepSchedule")]
    [InlineData("RemindSchedule")]
    [InlineData("BackupSchedule")]
    [InlineData("Email:From")]
    public void What_is_missing_in_Azure_is_told(string name) =>
        Assert.StartsWith("is missing; expected", Assert.Single(Given.InAzureWith((name, null)), p => p.Setting == name).Text, StringComparison.Ordinal);

    [Fact]
    public void Without_SendGrid_s_key_the_app_starts_all_the_same() => Assert.Empty(Given.InAzureWith(("Email:ApiKey", null)));

    [Fact]
    public void All_that_is_wrong_is_told_at_once_with_where_to_set_it()
    {
        var problems = Given.OnOneMachineWith(
            ("Fetch:TotalTimeout", "abc"), ("Reconcile:AcceptFrom", "7"), ("OutsideHttp:Ports:0", "x"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "rubbish"));

        Assert.Equal(
            """
            4 settings are wrong; nothing was started.
              OutsideHttp:Ports:0 (environment: OutsideHttp__Ports__0) is "x"; expected a whole number from 1 to 65535
              Fetch:TotalTimeout (environment: Fetch__TotalTimeout) is "abc"; expected a length of time from 0:00:01 to 0:05:00, written as hours:minutes:seconds
              Reconcile:AcceptFrom (environment: Reconcile__AcceptFrom) is "7"; expected a number from 0 to 1.01
              OTEL_EXPORTER_OTLP_ENDPOINT is "rubbish"; expected a whole http or https address
            Settings are read from alerts.json in the data folder and from the environment, which goes before it. docs/settings.md lists them all.
            """,
            new SettingsException(problems, Front.OneMachine).Message);
    }

    [Theory]
    [InlineData("Fetch:TotalTimeoutt", "is not known; did you mean Fetch:TotalTimeout?")]
    [InlineData("Email:Apikey2", "is not known; did you mean Email:ApiKey?")]
    [InlineData("AlertsStorage:tableServiceUrl", "is not known; did you mean AlertsStorage:tableServiceUri?")]
    [InlineData("Reconcile:Colour", "is not known; Reconcile has AcceptFrom, Floor, FreshDays")]
    [InlineData("Email:From:Name", "is not known")]
    public void A_typing_error_is_told_with_what_may_be_meant(string name, string told)
    {
        var problem = Assert.Single(Given.OnOneMachineWith((name, "value")));

        Assert.Equal(name, problem.Setting);
        Assert.StartsWith(told, problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EMAIL", "me@example.org")]
    [InlineData("fetch:totaltimeout", "00:00:30")]
    [InlineData("Logging:LogLevel:Microsoft", "Warning")]
    [InlineData("AzureWebJobsStorage:accountName", "alertsxyz")]
    public void What_others_read_and_names_in_another_case_are_no_errors(string name, string value) => Assert.Empty(Given.OnOneMachineWith((name, value)));

    [Fact]
    public void A_list_is_not_one_value() =>
        Assert.StartsWith("is a list: set OutsideHttp:Ports:0", Assert.Single(Given.OnOneMachineWith(("OutsideHttp:Ports", "80,443"))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("AlertsStorage:tableServiceUri")]
    [InlineData("AlertsStorage:queueServiceUri")]
    [InlineData("AlertsStorage:blobServiceUri")]
    public void An_account_half_given_is_an_error(string only) => Assert.Equal(
        SettingList.StorageAddresses.Where(a => a != only).Select(a => (a, $"is missing, while {only} is set: set all three addresses, or AlertsStorage:accountName alone")),
        Given.OnOneMachineWith((only, "https://a.example")).Select(p => (p.Setting, p.Text)));

    [Fact]
    public void An_account_cannot_be_reached_in_two_ways() => Assert.Equal(
        "is a connection string, while AlertsStorage:accountName asks to sign in by identity: take one of them away",
        Assert.Single(Given.InAzureWith(("AlertsStorage", "UseDevelopmentStorage=true"))).Text);

    [Theory]
    [InlineData(null)]
    [InlineData("Alerts <alerts@localhost>")]
    public void A_key_needs_a_sender(string? sender) => Assert.StartsWith(
        "is missing; expected a sender that SendGrid has verified",
        Assert.Single(Given.OnOneMachineWith(("Email:ApiKey", "SG.key"), ("Email:From", sender))).Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("https://other.table.example.net", "https://one.queue.example.net", "AlertsStorage:queueServiceUri")]
    [InlineData("https://one.table.example.net", "https://one.blob.example.net", "AlertsStorage:queueServiceUri")]
    [InlineData("https://one.queue.example.net", "https://one.queue.example.net", "AlertsStorage:tableServiceUri")]
    public void The_three_addresses_are_those_of_one_account(string tables, string queues, string wrong) => Assert.Contains(
        Given.OnOneMachineWith(
            ("AlertsStorage:tableServiceUri", tables), ("AlertsStorage:queueServiceUri", queues), ("AlertsStorage:blobServiceUri", "https://one.blob.example.net")),
        problem => problem.Setting == wrong);

    [Fact]
    public void In_Azure_no_mail_may_end_on_the_disk_of_an_instance() =>
        Assert.Equal("Email:OutboxFolder", Assert.Single(Given.InAzureWith(("Email:OutboxFolder", "outbox"))).Setting);

    [Fact]
    public void Limits_that_contradict_each_other_are_told() => Assert.Equal(
        ["StorageRetry:Delay", "Reconcile:Floor"],
        Given.OnOneMachineWith(("Reconcile:Floor", "0.9"), ("StorageRetry:MaxDelay", "00:00:00.1")).Select(p => p.Setting));

    [Fact]
    public void A_password_within_an_address_is_not_repeated() =>
        Assert.DoesNotContain("hunter2", Assert.Single(Given.OnOneMachineWith(("Email:BaseAddress", "http://me:hunter2@mail.example"))).ToString(), StringComparison.Ordinal);
}
