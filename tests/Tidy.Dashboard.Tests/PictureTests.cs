using Microsoft.Playwright;

namespace Tidy.Dashboard.Tests;

/// <summary>
/// The pictures of docs/dashboard.md: of the same workspace at the same time, in two colours and on a phone. TIDY_UPDATE_GOLDEN=1 takes them anew; without
/// it they must still look like the page, as far as that can be told on a machine with other letters.
/// </summary>
[TestClass]
public sealed class PictureTests
{
    /// <summary>Of all points, so many may be of another colour. Other letters make about 3 in 100; a card that moved by a line, 20.</summary>
    private const double Tolerance = 0.08;

    private const string Difference =
        """
        async ([one, other]) => {
          const [a, b] = await Promise.all([one, other].map(async png => createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob())));
          if (a.width !== b.width || a.height !== b.height)
            return 1;
          const points = image => {
            const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
            canvas.drawImage(image, 0, 0);
            return canvas.getImageData(0, 0, image.width, image.height).data;
          };
          const [p, q] = [points(a), points(b)];
          let others = 0;
          for (let at = 0; at < p.length; at += 4)
            others += Math.abs(p[at] - q[at]) + Math.abs(p[at + 1] - q[at + 1]) + Math.abs(p[at + 2] - q[at + 2]) > 48;
          return others / (p.length / 4);
        }
        """;

    private static string Images { get; } = Path.Combine(Root(), "docs", "images");

    [TestMethod]
    [DataRow("dashboard-light", 1160, 1150, ColorScheme.Light)]
    [DataRow("dashboard-dark", 1160, 1150, ColorScheme.Dark)]
    [DataRow("dashboard-phone", 360, 760, ColorScheme.Light)]
    public async Task ThePage_LooksAsInTheGuide(string name, int width, int height, ColorScheme colors)
    {
        using Shop shop = DemoShop.Make();
        await using Served served = await Served.StartAsync(shop);
        await using View view = await Browser.OpenAsync(width, colors);
        await view.Page.Clock.SetFixedTimeAsync(shop.Clock.Now.UtcDateTime);
        await view.Page.GotoAsync(served.NewLink());
        await view.Item("import-134.log").ClickAsync();
        await view.Page.Mouse.MoveAsync(0, 0);
        bool isPhone = width < 640;
        float top = isPhone ? await view.Page.Locator("#queue").EvaluateAsync<float>("e => e.getBoundingClientRect().top + scrollY") - 12 : 0;

        byte[] picture = await view.Page.ScreenshotAsync(new() { FullPage = true, Clip = new() { Y = top, Width = width, Height = height } });

        Assert.IsEmpty(view.Problems, string.Join('\n', view.Problems));
        string file = Path.Combine(Images, name + ".png");
        if (Environment.GetEnvironmentVariable("TIDY_UPDATE_GOLDEN") is { Length: > 0 })
            await File.WriteAllBytesAsync(file, picture);
        await using View judge = await Browser.OpenAsync();
        double differs = await judge.Page.EvaluateAsync<double>(Difference, new[] { Convert.ToBase64String(picture), Convert.ToBase64String(await File.ReadAllBytesAsync(file)) });
        Assert.IsLessThan(Tolerance, differs, "the page no longer looks so; TIDY_UPDATE_GOLDEN=1 takes the pictures anew, and then look at them");
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Tidy.Build.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
