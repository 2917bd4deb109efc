using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>A real mail server (aiosmtpd) in a process of its own, on loopback: STARTTLS with a certificate of its own, and a log-on.</summary>
internal sealed class SmtpServer : IDisposable
{
    public const string User = "tidy", Password = "pass-w0rd-1";

    private readonly TemporaryWorkspace folder = new();
    private readonly Process process;

    /// <param name="refused">A receiver that it does not know.</param>
    public SmtpServer(string refused = "nobody")
    {
        WriteCertificate();
        ProcessStartInfo start = new("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Servers", "smtp.py"), folder.FullPath, CertificatePath, folder.At("key.pem"), User, Password, refused])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = IsInstalled() ? Process.Start(start)! : throw new AssertInconclusiveException("python3 with aiosmtpd is not installed on this machine.");
        Port = int.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd()));
    }

    public int Port { get; }

    /// <summary>What a tool must trust to talk to it.</summary>
    public string CertificatePath => folder.At("certificate.pem");

    /// <summary>Log-ons and receivers, a line each.</summary>
    public string[] Log => File.Exists(folder.At("log")) ? File.ReadAllLines(folder.At("log")) : [];

    /// <summary>Mails as they came.</summary>
    public string[] Raw => Mails("*.eml");

    /// <summary>Mails as a mail program reads them.</summary>
    public string[] Mail => Mails("*.txt");

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(20)))
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    private string[] Mails(string pattern) => [.. Directory.GetFiles(folder.FullPath, pattern).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private void WriteCertificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(folder.At("key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static bool IsInstalled()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return true; // then it fails, and says why
        if (!File.Exists("/usr/bin/python3"))
            return false;
        using Process look = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
        look.WaitForExit();
        return look.ExitCode == 0;
    }
}
