namespace Alerts.EndToEnd.Cli;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Two_serving_processes_do_not_share_a_folder()
    {
        await using var held = new FileStream(Path.Combine(folder.Path, "storage.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        folder.Write("storage.connection", "UseDevelopmentStorage=true");

        var run = await Run.Of("serve", "--port", "0", "--data", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"alerts serve runs already over {folder.Path}", run.Error);
        Assert.True(File.Exists(Path.Combine(folder.Path, "storage.connection")));
    }

    [Fact]
    public async Task A_file_cannot_be_the_data_folder()
    {
        var file = folder.Write("file", "");

        var run = await Run.Of("cases", "list", "--data", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot be the data folder", run.Error);
    }

    public void Dispose() => folder.Dispose();
}
