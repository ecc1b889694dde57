using System.Reflection;
using Alerts.Functions;
using Alerts.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.FunctionsContract;

public class TriggerTests
{
    private static readonly IReadOnlyList<MethodInfo> Functions =
    [
        .. typeof(TimerFunctions).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(FunctionAttribute))),
    ];

    [Fact]
    public void The_functions_are_the_jobs_that_serve_starts_and_the_web() => Assert.Equal(
        JobTrigger.All.Select(t => t.Job).Append("Web").Order(),
        Functions.Select(Name).Order());

    [Fact]
    public void Each_job_has_the_trigger_that_serve_gives_it() => Assert.Equal(
        JobTrigger.All.OrderBy(t => t.Job),
        Functions.Where(f => TriggerOf<HttpTriggerAttribute>(f) is null).Select(Trigger).OrderBy(t => t.Job));

    [Fact]
    public void Queues_are_read_from_the_account_that_the_jobs_write_to() => Assert.All(
        Functions.Select(TriggerOf<QueueTriggerAttribute>).OfType<QueueTriggerAttribute>(),
        queue => Assert.Equal("AlertsStorage", queue.Connection));

    [Fact]
    public void No_timer_runs_on_startup() => Assert.All(
        Functions.Select(TriggerOf<TimerTriggerAttribute>).OfType<TimerTriggerAttribute>(),
        timer => Assert.False(timer.RunOnStartup));

    [Fact]
    public void The_web_gets_every_path_and_method_from_everybody()
    {
        var web = Functions.Select(TriggerOf<HttpTriggerAttribute>).OfType<HttpTriggerAttribute>().Single();

        Assert.Equal(("{*path}", AuthorizationLevel.Anonymous), (web.Route, web.AuthLevel));
        Assert.Empty(web.Methods);
    }

    [Fact]
    public async Task The_web_is_handed_the_request_as_it_came()
    {
        var context = new DefaultHttpContext();
        HttpContext? seen = null;

        await new WebFunction(handed =>
        {
            seen = handed;
            return Task.CompletedTask;
        }).RunAsync(context.Request);

        Assert.Same(context, seen);
    }

    private static string Name(MethodInfo function) => function.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static T? TriggerOf<T>(MethodInfo function) where T : Attribute =>
        function.GetParameters().Select(p => p.GetCustomAttribute<T>()).SingleOrDefault(a => a is not null);

    private static JobTrigger Trigger(MethodInfo function) => new(
        Name(function),
        TriggerOf<QueueTriggerAttribute>(function)?.QueueName,
        TriggerOf<TimerTriggerAttribute>(function)?.Schedule is ['%', .. var setting, '%'] ? setting : null);
}
