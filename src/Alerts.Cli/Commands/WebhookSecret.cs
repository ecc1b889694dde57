using Alerts.Cli.Terminal;
using Alerts.Import;

namespace Alerts.Cli.Commands;

/// <summary>Hands a new signing secret over.</summary>
internal static class WebhookSecret
{
    public static void Print(Screen screen, NewSecret? made)
    {
        if (made is not null)
        {
            screen.Line($"Signing secret of the webhook at {made.Host}, shown this once (Standard Webhooks 1.0.0):");
            screen.Line(made.Secret, Screen.Strong);
        }
    }
}
