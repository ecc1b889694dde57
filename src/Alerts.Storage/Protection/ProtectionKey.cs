using System.Security.Cryptography;
using Alerts.Configuration;

namespace Alerts.Storage.Protection;

/// <summary>The key that addresses are encrypted with, kept in a file on one machine; in Azure it is a secret setting.</summary>
public static class ProtectionKey
{
    public const string Setting = SettingList.ProtectionKey;

    /// <summary>Length of the key in bytes; the setting holds it in base64.</summary>
    public const int Length = 32;

    private const string FileName = "protection.key";

    /// <summary>Who loses this file loses the addresses.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, FileName);

    /// <returns>The value for the setting <see cref="Setting"/>; null when the folder holds none.</returns>
    public static string? Load(string folder) => File.Exists(FileIn(folder)) ? File.ReadAllText(FileIn(folder)).Trim() : null;

    /// <param name="folder">Made when it is missing.</param>
    /// <returns>The value for the setting <see cref="Setting"/>.</returns>
    public static string LoadOrCreate(string folder)
    {
        if (!File.Exists(FileIn(folder)))
        {
            Directory.CreateDirectory(folder);
            Create(FileIn(folder));
        }

        return Load(folder)!;
    }

    /// <summary>Written beside and then renamed: of two programs that start at once, both read the key of the first.</summary>
    private static void Create(string path)
    {
        var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        using (var file = OwnerOnlyFile.Create(fresh))
        using (var writer = new StreamWriter(file))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        }

        try
        {
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
    }
}
