// Three planes and 3-D by NiiVue. It shows what the server serves; it owns no mask and no geometry.

const MASK_COLOUR = 'warm';
const HEAT_COLOUR = 'inferno';

export class Viewer {
  constructor(canvas, whereElement) {
    this.nv = new window.niivue.Niivue({
      backColor: [0, 0, 0, 1], crosshairColor: [0.42, 0.71, 0.96, 0.9], show3Dcrosshair: true, isRadiologicalConvention: true,
      sagittalNoseLeft: true, loadingText: '', isResizeCanvas: true, dragAndDropEnabled: false, logLevel: 'error',
    });
    this.nv.opts.multiplanarShowRender = 1; // always
    this.nv.setMultiplanarLayout(2); // two by two
    this.nv.onLocationChange = place => {
      const value = place.values && place.values.length ? place.values[0].value : NaN;
      const mm = place.mm ? Array.from(place.mm).slice(0, 3).map(v => v.toFixed(1)).join(', ') : '';
      whereElement.textContent = `${Math.round(value)} HU at ${mm} mm (to the right, front and head positive as in NIfTI)`;
    };
    this.ready = this.nv.attachToCanvas(canvas).then(() => this.nv.setSliceType(this.nv.sliceTypeMultiplanar));
  }

  async show(scan, window) {
    await this.ready;
    this.scan = scan;
    await this.nv.loadVolumes([{url: `/api/scans/${scan.id}/image.nii`, name: 'image.nii', colormap: 'gray', cal_min: window.lowHu, cal_max: window.highHu}]);
    this.mask = null;
    this.heat = null;
  }

  setWindow(window) {
    const image = this.nv.volumes[0];
    if (image) {
      image.cal_min = window.lowHu;
      image.cal_max = window.highHu;
      this.nv.updateGLVolume();
    }
  }

  async showMask(version, opacity) {
    if (this.mask) {
      this.nv.removeVolume(this.mask);
      this.mask = null;
    }
    if (version !== null) {
      this.mask = await this.nv.addVolumeFromUrl({
        url: `/api/scans/${this.scan.id}/mask.nii.gz?version=${version}`, name: 'mask.nii.gz', colormap: MASK_COLOUR, opacity, cal_min: 0.5, cal_max: 1.5,
      });
    }
  }

  async showHeat(opacity) {
    if (this.heat) {
      this.nv.removeVolume(this.heat);
      this.heat = null;
    }
    this.heat = await this.nv.addVolumeFromUrl({
      url: `/api/scans/${this.scan.id}/heat.nii.gz`, name: 'heat.nii.gz', colormap: HEAT_COLOUR, opacity, cal_min: 0.05, cal_max: 1,
    });
  }

  hideHeat() {
    if (this.heat) {
      this.nv.removeVolume(this.heat);
      this.heat = null;
    }
  }

  setOpacity(volume, opacity) {
    const place = volume ? this.nv.volumes.indexOf(volume) : -1;
    if (place >= 0) {
      this.nv.setOpacity(place, opacity);
    }
  }

  // Moves the crosshair to a sagittal, coronal and axial slice. They count from the patient's right, from the front and from the feet;
  // NiiVue's fractions rise to the right, to the front and to the head.
  centreOn(centre) {
    const fraction = centre.map((slice, n) => (slice + 0.5) / this.scan.planes[n].slices);
    this.nv.scene.crosshairPos = [1 - fraction[0], 1 - fraction[1], fraction[2]];
    this.nv.drawScene();
    this.nv.createOnLocationChange();
  }

  step(right, front, head) {
    this.nv.moveCrosshairInVox(right, front, head);
  }
}
