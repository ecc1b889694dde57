using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Alerts.Cli.Azurite;
using Alerts.EndToEnd.Cli;
using Alerts.EndToEnd.SignIn;
using Alerts.Storage;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

[assembly: AssemblyFixture(typeof(SignedInAzurite))]

namespace Alerts.EndToEnd.SignIn;

/// <summary>
/// A storage account that is signed in to, as a deployed one: Azurite over TLS that checks tokens (<c>--oauth basic</c>: audience, issuer, times; no signature), with a certificate
/// made here. A test takes an account of its own. Started when first asked for.
/// </summary>
public sealed partial class SignedInAzurite : IAsyncLifetime
{
    private const int Accounts = 20;

    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<string, string> addresses = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly Lazy<Task> started;
    private int taken;
    private Process? process;
    private ManagedIdentity? identity;

    public SignedInAzurite() => started = new(StartAsync);

    /// <returns>The environment of a process that signs in to an empty account: its addresses, the certificate to trust, and a <see cref="ManagedIdentity"/>.</returns>
    public async Task<Dictionary<string, string>> NewAccountAsync()
    {
        await started.Value;
        var account = Name(Interlocked.Increment(ref taken));
        return new Dictionary<string, string>(identity!.Environment)
        {
            ["SSL_CERT_FILE"] = Path.Combine(folder.Path, "certificate.pem"),
            ["AlertsStorage__tableServiceUri"] = $"{addresses["Table"]}/{account}",
            ["AlertsStorage__queueServiceUri"] = $"{addresses["Queue"]}/{account}",
            ["AlertsStorage__blobServiceUri"] = $"{addresses["Blob"]}/{account}",
        };
    }

    /// <summary>Makes its tables, queues and container, as a deployment does.</summary>
    public async Task DeployAsync(IReadOnlyDictionary<string, string> account)
    {
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        var transport = new HttpClientTransport(handler);
        var (tables, queues, blobs) = (new Uri(account["AlertsStorage__tableServiceUri"]), new Uri(account["AlertsStorage__queueServiceUri"]), new Uri(account["AlertsStorage__blobServiceUri"]));
        var name = tables.AbsolutePath[1..];
        await new StorageSetup(
            new TableServiceClient(tables, new TableSharedKeyCredential(name, key), new TableClientOptions { Transport = transport }),
            new QueueServiceClient(queues, new StorageSharedKeyCredential(name, key), new QueueClientOptions { Transport = transport }),
            new BlobServiceClient(blobs, new StorageSharedKeyCredential(name, key), new BlobClientOptions { Transport = transport })).EnsureAsync(CancellationToken.None);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await (identity?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
    }

    private static string Name(int number) => $"alertsxyz{number}";

    private async Task StartAsync()
    {
        await MakeCertificateAsync();
        identity = await ManagedIdentity.StartAsync();
        var programs = await NodePrograms.FindAsync(Environment.GetEnvironmentVariable("PATH"), CancellationToken.None);
        var script = await AzuriteInstallation.EnsureAsync(AzuriteInstallation.DefaultRoot, programs, null, CancellationToken.None);
        string[] arguments =
        [
            script, "--silent", "--skipApiVersionCheck", "--disableProductStyleUrl", "--disableTelemetry", "--inMemoryPersistence",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            "--oauth", "basic", "--cert", Path.Combine(folder.Path, "certificate.pem"), "--key", Path.Combine(folder.Path, "key.pem"),
        ];
        process = new Process
        {
            StartInfo = new ProcessStartInfo(programs.Node, arguments) { RedirectStandardOutput = true, Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(i => $"{Name(i)}:{key}")) } },
        };
        process.OutputDataReceived += (_, line) => Listen(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);
    }

    private async Task MakeCertificateAsync()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=Storage of the tests", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "certificate.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "key.pem"), rsa.ExportPkcs8PrivateKeyPem());
    }

    private void Listen(string line)
    {
        if (Listening().Match(line) is { Success: true } match)
        {
            addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
            if (addresses.Count == 3)
            {
                ready.TrySetResult();
            }
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>https://[0-9.:]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
